import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { IconMessages, IconRun, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { ErrorState } from '../../ui/states';
import { type ReportCode, reportQuery } from '../reports/queries';
import { GoalCard } from './goal-card';
import classes from './goal-card.module.css';
import { KindLines } from './kind-lines';
import {
  coachingMeasures,
  consultationMeasures,
  doseMeasures,
  type MeasuresOf,
  reachMeasures,
  trainingMeasures,
} from './measures';
import { useFilteredHref, useOverviewFilter } from './overview-filter';
import type { Overview } from './queries';
import { useGoals } from './use-goals';

const words = texts.overview.goals;

const ICON = { size: 24, stroke: 1.7, 'aria-hidden': true, style: { flex: 'none' } } as const;

/** Four sides of the programme against the targets of the school year and the year before. */
export function GoalCards({ overview }: { overview: Overview }) {
  const { wanted } = useGoals();
  return (
    <Stack component="section" aria-label={words.title} gap={6}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        <SideCard
          title={words.reach.title}
          icon={<IconUsersGroup {...ICON} />}
          sides={[['reach', reachMeasures]]}
        >
          <KindLines kinds={overview.institutions.byKind} />
        </SideCard>
        <SideCard title={words.dose.title} icon={<IconRun {...ICON} />} sides={[['dose', doseMeasures]]} />
        <SideCard
          title={words.training.title}
          icon={<IconSchool {...ICON} />}
          sides={[['training', trainingMeasures]]}
        />
        <SideCard
          title={words.coaching.title}
          icon={<IconMessages {...ICON} />}
          sides={[
            ['headline', consultationMeasures],
            ['coaching', coachingMeasures],
          ]}
        />
      </SimpleGrid>
      {wanted === null && (
        <Text size="sm" c="dimmed">
          {words.onlyWhole}
        </Text>
      )}
    </Stack>
  );
}

interface SideCardProps {
  title: string;
  icon: ReactNode;
  /** The reports that the card is made from. */
  sides: readonly (readonly [ReportCode, MeasuresOf])[];
  children?: ReactNode;
}

function SideCard({ title, icon, sides, children }: SideCardProps) {
  const filter = useOverviewFilter();
  const href = useFilteredHref();
  const goals = useGoals();
  const reports = useQueries({ queries: sides.map(([code]) => reportQuery(code, filter)) });
  const failed = reports.find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const measures = sides.map(([, measuresOf], place) => {
    const report = reports[place]?.data;
    return report && measuresOf(report, goals, href);
  });
  if (goals.pending || measures.includes(undefined))
    return <Skeleton className={classes.loading} radius="lg" />;
  return (
    <GoalCard
      title={title}
      icon={icon}
      goalsHref={goals.href}
      measures={measures.flatMap((each) => each ?? [])}
    >
      {children}
    </GoalCard>
  );
}
