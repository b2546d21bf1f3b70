import { Anchor, Box, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatSchoolYear } from '../../ui/format';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { useFilteredHref, useOverviewFilter } from './overview-filter';
import { type OverviewWeek, overviewQuery } from './queries';
import { useSchoolYear } from './school-year-select';
import { useSession } from '../session/session';
import { spanOf } from './week-span';
import { isRunning, monthTicks, summaryOf, weekBefore, weekInWords } from './weeks';
import classes from './week-panel.module.css';

const words = texts.overview.weeks;

/** The drawing library is large: it comes with the first chart, not with the page. */
const WeekLine = lazy(async () => ({ default: (await import('../charts/week-line')).WeekLine }));

interface Weeks {
  weeks: readonly OverviewWeek[];
  /** Of the year before; undefined while they are read. */
  before: readonly OverviewWeek[] | undefined;
}

/** Activities per week of the school year, beside the year before. */
export function WeekPanel({ weeks }: Pick<Weeks, 'weeks'>) {
  const filter = useOverviewFilter();
  const { data } = useQuery(overviewQuery({ ...filter, schoolYear: filter.schoolYear - 1 }));
  const before = data?.weeks;
  const summary = summaryOf(weeks);
  return (
    <ChartPanel
      title={words.title}
      summary={summary}
      param="wochen"
      isEmpty={weeks.every(({ activities }) => activities === 0)}
      chart={<Picture weeks={weeks} before={before} summary={summary} />}
      narrow
      columns={useWeekColumns(before)}
      rows={weeks}
      rowKey={({ week }) => week}
    />
  );
}

function Picture({ weeks, before, summary }: Weeks & { summary: string }) {
  const { today } = useSession();
  const schoolYear = useSchoolYear();
  const years = [formatSchoolYear(schoolYear), formatSchoolYear(schoolYear - 1)] as const;
  return (
    <>
      <Box role="img" aria-label={words.picture(summary)}>
        <Suspense fallback={<Skeleton height={280} />}>
          <WeekLine
            points={weeks.map((week, index) => ({
              index,
              activities: week.activities,
              before: weekBefore(week, before)?.activities ?? null,
              holiday: week.holiday,
              running: isRunning(week, today),
              label: weekInWords(week),
            }))}
            ticks={monthTicks(weeks)}
            xAxis={words.xAxis}
            yAxis={words.yAxis}
            unit={words.activities}
            years={years}
            holiday={words.inHolidays}
          />
        </Suspense>
      </Box>
      <Legend
        years={years}
        holidays={weeks.some(({ holiday }) => holiday)}
        running={weeks.some((week) => isRunning(week, today))}
      />
    </>
  );
}

interface LegendProps {
  years: readonly [now: string, before: string];
  holidays: boolean;
  /** Whether the last week is not over yet. */
  running: boolean;
}

function Legend({ years: [now, before], holidays, running }: LegendProps) {
  return (
    <ul className={classes.legend}>
      <li className={classes.entry}>
        <span className={classes.now} aria-hidden />
        {now}
      </li>
      <li className={classes.entry}>
        <span className={classes.before} aria-hidden />
        {words.yearBefore(before)}
      </li>
      {running && (
        <li className={classes.entry}>
          <span className={classes.running} aria-hidden />
          {words.running}
        </li>
      )}
      {holidays && (
        <li className={classes.entry}>
          <span className={classes.holiday} aria-hidden />
          {words.holiday}
        </li>
      )}
    </ul>
  );
}

function useWeekColumns(before: Weeks['before']): ChartColumn<OverviewWeek>[] {
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
    {
      key: 'before',
      header: words.before,
      value: (week) => weekBefore(week, before)?.activities ?? null,
    },
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
