import { Button, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import type { NormChoice, NormSet, TestBattery } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { FormProblem } from '../../ui/server-form';
import {
  batteriesKey,
  choicesQuery,
  chooseNorms,
  normSetsKey,
  normSetsQuery,
  scoreRunsQuery,
} from './queries';

const words = texts.normChoice;

/** Which norms score which task, for those who decide it. */
export function NormChoicePanel({ battery }: { battery: TestBattery }) {
  const sets = useQuery(normSetsQuery);
  return (
    <Panel title={words.title}>
      <Stack gap="lg">
        <Text maw={640}>{words.text}</Text>
        <QueryView query={sets}>{(all) => <ChoiceForm battery={battery} sets={all} />}</QueryView>
        <History battery={battery} />
      </Stack>
    </Panel>
  );
}

type Chosen = Readonly<Record<string, string>>;

function ChoiceForm({ battery, sets }: { battery: TestBattery; sets: readonly NormSet[] }) {
  const queries = useQueryClient();
  const present: Chosen = Object.fromEntries(
    battery.items.map(({ protocol, norm }) => [protocol.itemCode, norm?.normSetId ?? '']),
  );
  const [chosen, setChosen] = useState(present);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    if (Object.entries(chosen).every(([code, id]) => present[code] === id)) {
      announce(words.unchanged);
      return;
    }
    setPending(true);
    setProblem(null);
    try {
      const norms = Object.entries(chosen).filter(([, normSetId]) => normSetId !== '');
      await chooseNorms(
        battery.id,
        norms.map(([itemCode, normSetId]) => ({ itemCode, normSetId })),
      );
      announce(words.saved);
      for (const queryKey of [batteriesKey, normSetsKey, scoreRunsQuery.queryKey]) {
        await queries.invalidateQueries({ queryKey });
      }
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setPending(false);
    }
  };
  const comparable = battery.items.filter(({ protocol }) => protocol.better !== null);
  return (
    <Stack gap="md" align="flex-start">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" w="100%">
        {comparable.map(({ protocol: { itemCode, itemTitle, unit, better } }) => (
          <NativeSelect
            key={itemCode}
            label={itemTitle}
            size="md"
            data={[
              { value: '', label: words.none },
              ...sets
                .filter(({ items }) =>
                  items.some(
                    (item) => item.itemCode === itemCode && item.unit === unit && item.direction === better,
                  ),
                )
                .map(({ id, title, version }) => ({
                  value: id,
                  label: `${title}, ${texts.batteries.version(version)}`,
                })),
            ]}
            value={chosen[itemCode] ?? ''}
            onChange={({ currentTarget }) => setChosen({ ...chosen, [itemCode]: currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      {problem && <FormProblem problem={problem} />}
      <Button loading={pending} onClick={() => void save()}>
        {words.save}
      </Button>
    </Stack>
  );
}

const columns: readonly Column<NormChoice>[] = [
  { key: 'task', header: words.task, render: ({ itemTitle }) => itemTitle },
  {
    key: 'set',
    header: words.set,
    render: ({ title, version }) => `${title}, ${texts.batteries.version(version)}`,
  },
  { key: 'since', header: words.since, render: ({ since }) => formatInstant(since) },
  {
    key: 'until',
    header: words.until,
    render: ({ replacedAt }) => (replacedAt === null ? words.now : formatInstant(replacedAt)),
  },
];

/** Shown once something was ever changed. */
function History({ battery }: { battery: TestBattery }) {
  const { data = [] } = useQuery(choicesQuery(battery.id));
  if (!data.some(({ replacedAt }) => replacedAt !== null)) return null;
  return (
    <div>
      <Text fw={600} mb="xs">
        {words.history}
      </Text>
      <DataTable
        caption={words.historyCaption}
        columns={columns}
        rows={data}
        rowKey={({ itemCode, since, normSetId }) => `${itemCode} ${since} ${normSetId}`}
      />
    </div>
  );
}
