import { Anchor, Box, Group, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { useFilteredHref } from './overview-filter';
import type { OverviewWeek } from './queries';
import { useSchoolYear } from './school-year-select';
import { spanOf } from './week-span';
import { monthTicks, summaryOf, weekInWords } from './weeks';
import classes from './week-panel.module.css';

const words = texts.overview.weeks;

/** The drawing library is large: it comes with the first chart, not with the page. */
const WeekLine = lazy(async () => ({ default: (await import('../charts/week-line')).WeekLine }));

/** Activities per week of the school year. */
export function WeekPanel({ weeks }: { weeks: readonly OverviewWeek[] }) {
  const summary = summaryOf(weeks);
  return (
    <ChartPanel
      title={words.title}
      summary={summary}
      param="wochen"
      isEmpty={weeks.every(({ activities }) => activities === 0)}
      chart={<Picture weeks={weeks} summary={summary} />}
      narrow
      columns={useWeekColumns()}
      rows={weeks}
      rowKey={({ week }) => week}
    />
  );
}

function Picture({ weeks, summary }: { weeks: readonly OverviewWeek[]; summary: string }) {
  return (
    <>
      <Box role="img" aria-label={words.picture(summary)}>
        <Suspense fallback={<Skeleton height={280} />}>
          <WeekLine
            points={weeks.map(({ activities, holiday, ...week }, index) => ({
              index,
              activities,
              holiday,
              label: weekInWords(week),
            }))}
            ticks={monthTicks(weeks)}
            xAxis={words.xAxis}
            yAxis={words.yAxis}
            unit={words.activities}
            holiday={words.inHolidays}
          />
        </Suspense>
      </Box>
      {weeks.some(({ holiday }) => holiday) && (
        <Group gap={8} mt="xs">
          <span className={classes.holiday} aria-hidden />
          <Text size="sm">{words.holiday}</Text>
        </Group>
      )}
    </>
  );
}

function useWeekColumns(): ChartColumn<OverviewWeek>[] {
  const href = useFilteredHref();
  const schoolYear = useSchoolYear();
  const listOf = ({ monday }: OverviewWeek) => href('/ueberblick/aktivitaeten', spanOf(monday, schoolYear));
  return [
    {
      key: 'week',
      header: words.week,
      value: (week) => [weekInWords(week), week.holiday && words.holidays].filter(Boolean).join(' '),
      render: (week) => <WeekLink week={week} href={listOf(week)} />,
    },
    { key: 'activities', header: words.activities, value: ({ activities }) => activities },
    { key: 'time', header: words.time, decimals: 1, value: ({ minutes }) => minutes / 60 },
  ];
}

function WeekLink({ week, href }: { week: OverviewWeek; href: string }) {
  return (
    <Anchor component={Link} href={href} inherit>
      {weekInWords(week)}
      {week.holiday && (
        <Text span size="sm" c="dimmed">
          {` ${words.holidays}`}
        </Text>
      )}
    </Anchor>
  );
}
