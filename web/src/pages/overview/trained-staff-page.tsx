import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { DownloadMenu } from '../../features/overview/download-menu';
import { useFilteredHref, useOverviewFilter } from '../../features/overview/overview-filter';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { readTrainedStaff, type TrainedHouse } from '../../features/overview/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInteger, formatPercent, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';

const words = texts.programmeFigures.list;

const columns: Column<TrainedHouse>[] = [
  {
    key: 'name',
    header: words.institution,
    primary: true,
    render: ({ institutionId, name }) => (
      <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`}>
        {name}
      </Anchor>
    ),
  },
  { key: 'staff', header: words.staff, numeric: true, render: ({ staff }) => formatInteger(staff) },
  { key: 'trained', header: words.trained, numeric: true, render: ({ trained }) => formatInteger(trained) },
  {
    key: 'share',
    header: words.share,
    numeric: true,
    render: ({ staff, trained }) =>
      staff === 0 ? texts.programmeFigures.none : formatPercent(trained / staff),
  },
];

/** How much of each team is trained; heads only, no names. */
export function TrainedStaffPage() {
  const filter = useOverviewFilter();
  const back = useFilteredHref()('/ueberblick');
  const pages = usePages(['overview', 'trained', filter], (cursor) => readTrainedStaff(filter, cursor));
  return (
    <div>
      <BackLink href={back}>{words.back}</BackLink>
      <PageHeader
        title={words.title}
        intro={words.intro(formatSchoolYear(filter.schoolYear))}
        action={<DownloadMenu of="trained-staff" filter={{ ...filter }} />}
      />
      <OverviewFilters />
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(houses) => (
          <DataTable
            caption={words.caption}
            columns={columns}
            rows={houses}
            rowKey={({ institutionId }) => institutionId}
          />
        )}
      </PagedView>
    </div>
  );
}
