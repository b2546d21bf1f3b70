import { Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ScoreRun } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { scoreRunsQuery } from './queries';

const words = texts.scoreRuns;
const SHOWN = 5;

/** How far computing anew has come; looked after as long as something is under way. */
export function ScoreRunsPanel() {
  const runs = useQuery(scoreRunsQuery);
  return (
    <Panel title={words.title}>
      <QueryView query={runs}>
        {(listed) =>
          listed.length === 0 ? (
            <Text c="dimmed">{words.empty}</Text>
          ) : (
            <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }} aria-live="polite">
              {listed.slice(0, SHOWN).map((run) => (
                <Run key={run.id} run={run} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Panel>
  );
}

const WHOLE = 100;

function Run({ run }: { run: ScoreRun }) {
  const { batteryTitle, batteryVersion, state, housesDone, housesTotal, createdAt } = run;
  const name = `${batteryTitle}, ${texts.batteries.version(batteryVersion)}`;
  const share = state === 'done' ? 1 : housesTotal ? housesDone / housesTotal : 0;
  const parts = [
    words.states[state],
    ...(housesTotal === null ? [] : [words.progress(housesDone, housesTotal)]),
    formatInstant(createdAt),
  ];
  return (
    <li>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed" className="numbers">
        {parts.join(' · ')}
      </Text>
      {state !== 'done' && (
        <Progress
          value={share * WHOLE}
          mt={6}
          size="lg"
          animated={state === 'running'}
          aria-label={words.progressLabel(name)}
        />
      )}
    </li>
  );
}
