import { Stack, Text } from '@mantine/core';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInstant, formatInteger } from '../../ui/format';

type Rule = components['schemas']['RetentionRuleDto'];
type Run = components['schemas']['RetentionRunDto'];
type Erased = components['schemas']['ErasedDto'];

const words = texts.governance;

interface Told {
  count: number | null;
  upTo: number | null;
}
const told = ({ count, upTo }: Told): string =>
  count === null ? words.upTo(upTo ?? 0) : formatInteger(count);

const ruleColumns: Column<Rule>[] = [
  {
    key: 'what',
    header: words.what,
    primary: true,
    render: ({ title, stays }) => (
      <>
        <Text inherit>{title}</Text>
        {stays !== null && (
          <Text size="sm" c="dimmed">
            {words.stays(stays)}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'kept',
    header: words.kept,
    prose: true,
    render: ({ kept, why }) => (
      <>
        <Text inherit>{kept}</Text>
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      </>
    ),
  },
  { key: 'due', header: words.due, render: (rule) => <Due rule={rule} /> },
];

function Due({ rule: { due } }: { rule: Rule }) {
  if (due.length === 0) return <Text c="dimmed">{words.nothing}</Text>;
  return (
    <Stack gap={0}>
      {due.map((one) => (
        <Text key={one.municipalityId ?? ''} size="sm">
          {labelled(one, due.length)}
        </Text>
      ))}
    </Stack>
  );
}

/** Alone, a count of no municipality needs no name. */
function labelled(one: Rule['due'][number], of: number): string {
  if (one.municipalityName !== null) return `${one.municipalityName}: ${told(one)}`;
  return of === 1 ? told(one) : `${words.noTown}: ${told(one)}`;
}

/** What is kept how long and why, and what the next run would take. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  return <DataTable caption={words.rules} columns={ruleColumns} rows={rules} rowKey={({ code }) => code} />;
}

const outcomeOf = ({ outcome }: Run): string =>
  outcome === null ? words.outcomes.running : outcome === 'ok' ? words.outcomes.ok : words.outcomes.failed;

const runColumns: Column<Run>[] = [
  { key: 'when', header: words.when, primary: true, render: ({ startedAt }) => formatInstant(startedAt) },
  { key: 'outcome', header: words.outcome, render: outcomeOf },
  {
    key: 'taken',
    header: words.taken,
    prose: true,
    render: ({ figures }) => {
      const taken = figures.filter(({ count }) => count !== null && count > 0);
      return taken.length === 0
        ? words.nothing
        : taken.map((figure) => `${figure.title}: ${told(figure)}`).join(' · ');
    },
  },
];

/** The last runs, with what each rule took. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return <Text c="dimmed">{words.noRuns}</Text>;
  return (
    <DataTable caption={words.runs} columns={runColumns} rows={runs} rowKey={({ startedAt }) => startedAt} />
  );
}

const journalColumns: Column<Erased>[] = [
  { key: 'title', header: words.what, primary: true, render: ({ title }) => title },
  { key: 'day', header: words.day, render: ({ day }) => formatDate(day) },
  { key: 'reason', header: words.reason, render: ({ reason }) => words.reasons[reason] ?? reason },
  { key: 'count', header: words.count, numeric: true, render: told },
];

/** What was erased on which day, and by what reason; ids alone are kept, and counts are all that is told. */
export function JournalTable({ journal }: { journal: readonly Erased[] }) {
  if (journal.length === 0) return <Text c="dimmed">{words.noJournal}</Text>;
  return (
    <DataTable
      caption={words.journal}
      columns={journalColumns}
      rows={journal}
      rowKey={({ day, objectType, reason }) => `${day} ${objectType} ${reason}`}
    />
  );
}
