import { List, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { retentionQuery, startRetention } from '../../features/governance/queries';
import { JournalTable, RuleTable, RunTable } from '../../features/governance/retention-tables';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatDate } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';

const words = texts.governance;

/** What is kept how long and why, what the next run erases, and what was erased. */
export function RetentionPage() {
  const retention = useQuery(retentionQuery);
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} action={<RunButton />} />
      <QueryView query={retention}>
        {({ nextRunOn, nextRunHour, rules, kept, runs, journal }) => (
          <Stack gap="md">
            <Text>{words.nextRun(formatDate(nextRunOn), nextRunHour)}</Text>
            <Panel title={words.rules}>
              <RuleTable rules={rules} />
              <Text size="sm" c="dimmed" mt="sm">
                {words.rounded}
              </Text>
            </Panel>
            <Panel title={words.staying}>
              <List spacing="xs">
                {kept.map(({ title, why }) => (
                  <List.Item key={title}>
                    {title}
                    <Text size="sm" c="dimmed">
                      {why}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </Panel>
            <Panel title={words.runs}>
              <RunTable runs={runs} />
            </Panel>
            <Panel title={words.journal}>
              <Text c="dimmed" mb="md">
                {words.journalIntro}
              </Text>
              <JournalTable journal={journal} />
            </Panel>
          </Stack>
        )}
      </QueryView>
    </div>
  );
}

function RunButton() {
  const queries = useQueryClient();
  const start = async () => {
    await startRetention();
    announce(words.started);
    await queries.invalidateQueries(retentionQuery);
  };
  return (
    <ConfirmButton
      label={words.run}
      variant="default"
      question={words.runQuestion}
      text={words.runText}
      confirmLabel={words.runConfirm}
      onConfirm={start}
    />
  );
}
