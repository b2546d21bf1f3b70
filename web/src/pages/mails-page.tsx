import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MailSummary } from '../api/types';
import { choiceOf, optionsOf } from '../features/institutions/catalogue';
import { MailSums, NotConfigured } from '../features/mails/mail-summary';
import { MailTable } from '../features/mails/mail-table';
import { mailsKey, mailSummaryQuery, readMails } from '../features/mails/queries';
import { DownloadMenu } from '../features/overview/download-menu';
import { hasRole, useSession } from '../features/session/session';
import { texts } from '../texts/de';
import { AddressSelect, FilterBar } from '../ui/filter-bar';
import { PageHeader } from '../ui/page-header';
import { PagedView, usePages } from '../ui/paged';
import { QueryView } from '../ui/query-view';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.mails;
const params = { state: 'stand', kind: 'anlass' } as const;

/** The letters of the municipality to its coordinators; to administrators whether they leave, without names. */
export function MailsPage() {
  const summary = useQuery(mailSummaryQuery);
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <QueryView query={summary}>{(shown) => <Content summary={shown} />}</QueryView>
    </div>
  );
}

function Content({ summary }: { summary: MailSummary }) {
  const session = useSession();
  const isAdministrator = hasRole(session, 'administrator');
  return (
    <Stack gap="md">
      {!summary.configured && <NotConfigured />}
      {isAdministrator && <MailSums summary={summary} />}
      {hasRole(session, 'coordinator') ? (
        <Letters canSend={summary.configured} />
      ) : (
        <Text c="dimmed" maw={640}>
          {words.onlySums}
        </Text>
      )}
    </Stack>
  );
}

function Letters({ canSend }: { canSend: boolean }) {
  const { get } = useAddress();
  const query = {
    state: choiceOf(words.states, get(params.state)),
    kind: choiceOf(words.kinds, get(params.kind)),
  };
  const pages = usePages([...mailsKey, query], (cursor) => readMails({ ...query, cursor }));
  const filtered = query.state !== undefined || query.kind !== undefined;
  return (
    <div>
      <FilterBar params={Object.values(params)}>
        <AddressSelect
          label={words.state}
          param={params.state}
          options={optionsOf(words.states)}
          all={words.anyState}
        />
        <AddressSelect
          label={words.kind}
          param={params.kind}
          options={optionsOf(words.kinds)}
          all={words.anyKind}
        />
      </FilterBar>
      <Group justify="flex-end" mb="md" className="no-print">
        <DownloadMenu of="mails" filter={query} />
      </Group>
      <PagedView
        query={pages}
        empty={<Empty title={words.nothingTitle}>{filtered ? words.nothingFound : words.nothingText}</Empty>}
      >
        {(mails) => <MailTable mails={mails} canSend={canSend} />}
      </PagedView>
    </div>
  );
}
