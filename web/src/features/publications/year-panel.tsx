import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { PublicationPeriod } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatInteger, formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { Failed } from './failed';
import { PeriodState } from './period-state';
import { PrepareButton } from './prepare-button';
import { Preview } from './preview';
import { Progress } from './progress';
import classes from './year-panel.module.css';

const words = texts.publications;

/** A school year as a whole and its halves: what is published of it, and what can be. */
export function YearPanel({ periods }: { periods: readonly PublicationPeriod[] }) {
  const year = periods[0]?.schoolYear ?? 0;
  return (
    <Panel title={words.year(formatSchoolYear(year))}>
      <Stack component="ul" gap={0} m={0} p={0} className={classes.list}>
        {periods.map((period) => (
          <li key={period.half ?? 0} className={classes.period}>
            <Period period={period} />
          </li>
        ))}
      </Stack>
    </Panel>
  );
}

function Period({ period }: { period: PublicationPeriod }) {
  const { half, from, to, state } = period;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={3} fz="md">
              {half === null ? words.whole : words.half(formatInteger(half))}
            </Title>
            <Badge variant={state === 'published' ? 'filled' : 'default'} tt="none" fw={500}>
              {words.states[state]}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" className="numbers">
            {words.days(formatDate(from), formatDate(to))}
          </Text>
        </div>
        <PrepareButton period={period} />
      </Group>
      <PeriodState period={period} />
      <Preparation period={period} />
    </Stack>
  );
}

/** How far it is, why it failed, or what it would publish. */
function Preparation({ period: { state, preparationId: id } }: { period: PublicationPeriod }) {
  if (id === null) return null;
  if (state === 'under_way') return <Progress id={id} />;
  if (state === 'failed') return <Failed id={id} />;
  return state === 'prepared' ? <Preview id={id} /> : null;
}
