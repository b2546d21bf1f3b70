import { Group } from '@mantine/core';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import {
  useFilteredHref,
  useFilterWords,
  useOverviewFilter,
  usePlaceName,
} from '../../features/overview/overview-filter';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { OverviewInstitutionTable } from '../../features/overview/overview-institution-table';
import { readOverviewInstitutions } from '../../features/overview/queries';
import { showOptions, showParam, showValues, useShow } from '../../features/overview/show';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { AddressSelect } from '../../ui/filter-bar';
import { formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';

const words = texts.overview.list;

/** The institutions behind a number of the overview. */
export function OverviewInstitutionsPage() {
  const show = useShow();
  const filter = { ...useOverviewFilter(), show };
  const href = useFilteredHref();
  const pages = usePages(['overview', 'institutions', filter], (cursor) =>
    readOverviewInstitutions(filter, cursor),
  );
  return (
    <div>
      <BackLink href={href('/ueberblick')}>{words.back}</BackLink>
      <PageHeader
        title={words.titles[show]}
        intro={[
          texts.overview.intro(usePlaceName(), formatSchoolYear(filter.schoolYear)),
          ...useFilterWords(filter),
        ].join(' · ')}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu of="institutions" filter={filter} />
          </Group>
        }
      />
      <OverviewFilters params={[showParam]}>
        <AddressSelect label={words.show} param={showParam} options={showOptions} fallback={showValues.all} />
      </OverviewFilters>
      <PagedView
        query={pages}
        empty={
          <Empty title={words.emptyTitle}>{show === 'quiet' ? words.emptyQuiet : words.emptyText}</Empty>
        }
      >
        {(institutions) => (
          <OverviewInstitutionTable institutions={institutions} withContact={show === 'quiet'} />
        )}
      </PagedView>
    </div>
  );
}
