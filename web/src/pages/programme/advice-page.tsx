import { Group } from '@mantine/core';
import { type AdviceFilter, useAdviceFilter } from '../../features/advice/advice-filter';
import { AdviceFilters } from '../../features/advice/advice-filters';
import { AdviceTable } from '../../features/advice/advice-table';
import { listAdvice } from '../../features/advice/queries';
import { adviceListKey } from '../../features/bookings/queries';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { useFilteredHref } from '../../features/overview/overview-filter';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';

const words = texts.advice.list;

/** All contacts of coaches that the person may see: those of the city, of the houses they coach, of the own house. */
export function AdvicePage() {
  const filter: AdviceFilter = useAdviceFilter();
  const pages = usePages([...adviceListKey, filter], (cursor) => listAdvice({ ...filter, cursor }));
  return (
    <div>
      <Back />
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu of="coach-contacts" filter={filter} />
          </Group>
        }
      />
      <AdviceFilters />
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(contacts) => <AdviceTable contacts={contacts} />}
      </PagedView>
    </div>
  );
}

/** To where the person came from: the overview of the city, or the coach's desk. */
function Back() {
  const session = useSession();
  const overview = useFilteredHref()('/ueberblick');
  if (hasRole(session, 'coordinator', 'programme_lead'))
    return <BackLink href={overview}>{texts.overview.title}</BackLink>;
  return hasRole(session, 'coach') ? <BackLink href="/beratung">{texts.advice.title}</BackLink> : null;
}
