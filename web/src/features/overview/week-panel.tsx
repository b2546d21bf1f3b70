import { Box, Group, Skeleton, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { texts } from '../../texts/de';
import {
  addDays,
  formatDate,
  formatDayMonth,
  formatInteger,
  formatHours,
  formatMonth,
} from '../../ui/format';
import { weekNumber } from '../../ui/iso-week';
import { ChartPanel } from '../charts/chart-panel';
import { NumberTable } from '../charts/number-table';
import { useFilteredHref } from './overview-filter';
import type { OverviewWeek } from './queries';
import { useSchoolYear } from './school-year-select';
import { spanOf } from './week-span';
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
      table={<WeekTable weeks={weeks} />}
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

function WeekTable({ weeks }: { weeks: readonly OverviewWeek[] }) {
  const href = useFilteredHref();
  const schoolYear = useSchoolYear();
  return (
    <NumberTable
      caption={words.title}
      headers={[words.week, words.activities, words.time]}
      rows={weeks.map((week) => ({
        key: week.week,
        href: href('/ueberblick/aktivitaeten', spanOf(week.monday, schoolYear)),
        cells: [
          <>
            {weekInWords(week)}
            {week.holiday && (
              <Text span size="sm" c="dimmed">
                {` ${words.holidays}`}
              </Text>
            )}
          </>,
          formatInteger(week.activities),
          formatHours(week.minutes),
        ],
      }))}
    />
  );
}

function weekInWords({ week, monday }: Pick<OverviewWeek, 'week' | 'monday'>): string {
  return words.weekOf(weekNumber(week), formatDayMonth(monday), formatDayMonth(addDays(monday, 4)));
}

/** The finding in words: the usual school week and the busiest one. */
function summaryOf(weeks: readonly OverviewWeek[]): string {
  const schoolWeeks = weeks.filter(({ holiday }) => !holiday);
  const sum = schoolWeeks.reduce((total, { activities }) => total + activities, 0);
  const most = weeks.reduce<OverviewWeek | null>(
    (best, week) => (best && best.activities >= week.activities ? best : week),
    null,
  );
  if (!most || schoolWeeks.length === 0) return '';
  const average = words.average(formatInteger(sum / schoolWeeks.length));
  return `${average}, ${words.most(formatInteger(most.activities), formatDate(most.monday))}.`;
}

/** The first week of each month bears its name. */
function monthTicks(weeks: readonly OverviewWeek[]): ReadonlyMap<number, string> {
  const ticks = new Map<number, string>();
  weeks.forEach(({ monday }, index) => {
    const before = weeks[index - 1]?.monday;
    if (before && before.slice(5, 7) !== monday.slice(5, 7)) ticks.set(index, formatMonth(monday));
  });
  return ticks;
}
