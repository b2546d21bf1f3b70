import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ChildProfile } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { AddressSelect } from '../../ui/filter-bar';
import { formatDate } from '../../ui/format';
import { useAddress } from '../../ui/use-address';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { bandOf, type CurvePoint } from './course-band';
import { type Course, coursesOf } from './course';
import { curveQuery } from './queries';
import { formatAge, formatPercentile, valueWithUnit } from './result-words';
import classes from './course-panel.module.css';

const words = texts.results.course;
const ITEM = 'aufgabe';

/** The drawing library is large: it comes with the first chart, not with the page. */
const CourseChart = lazy(async () => ({ default: (await import('./course-chart')).CourseChart }));

/** A child's way at one task over the years. */
export function CoursePanel({ profile }: { profile: ChildProfile }) {
  const courses = coursesOf(profile);
  const wanted = useAddress().get(ITEM);
  const [first] = courses;
  const course = courses.find(({ itemCode }) => itemCode === wanted) ?? first;
  if (!first || !course) return null;
  return (
    <Stack gap="sm">
      <Box maw={400} className="no-print">
        <AddressSelect
          label={words.item}
          param={ITEM}
          options={courses.map(({ itemCode, title }) => ({ value: itemCode, label: title }))}
          fallback={first.itemCode}
        />
      </Box>
      <CourseView key={course.itemCode} course={course} sex={profile.child.sex} />
    </Stack>
  );
}

function CourseView({ course, sex }: { course: Course; sex: string | null }) {
  const normSetId = course.points.findLast(({ score }) => score)?.score?.normSetId ?? null;
  const { data: curve } = useQuery(curveQuery(normSetId, course.itemCode, sex));
  const band = curve?.points ?? [];
  const summary =
    band.length > 0 ? words.summary(course.title, course.points.length) : words.summaryPlain(course.title);
  const notes = [course.better === 'lower' && words.lower, course.hasOtherVersions && words.versions];
  return (
    <ChartPanel
      title={words.title}
      summary={[summary, ...notes].filter(Boolean).join(' ')}
      param="verlauf"
      chart={<Picture course={course} curve={band} summary={summary} />}
      narrow
      columns={COLUMNS}
      rows={course.points}
      rowKey={({ key }) => key}
    />
  );
}

interface PictureProps {
  course: Course;
  curve: readonly CurvePoint[];
  summary: string;
}

function Picture({ course, curve, summary }: PictureProps) {
  if (course.points.every(({ ageYears }) => ageYears === null)) return <Text>{words.noAge}</Text>;
  return (
    <>
      <Box role="img" aria-label={words.picture(summary)}>
        <Suspense fallback={<Skeleton height={280} />}>
          <CourseChart
            points={bandOf(curve, course.points)}
            xAxis={words.age}
            yAxis={wordFor(texts.results.units, course.unit)}
          />
        </Suspense>
      </Box>
      <Legend hasBand={curve.length > 0} />
    </>
  );
}

function Legend({ hasBand }: { hasBand: boolean }) {
  const series = hasBand ? (['child', 'median', 'middle', 'wide'] as const) : (['child'] as const);
  return (
    <ul className={classes.legend}>
      {series.map((name) => (
        <li key={name} className={classes.entry}>
          <span className={classes.swatch} data-series={name} aria-hidden />
          {words[name]}
        </li>
      ))}
    </ul>
  );
}

const COLUMNS: readonly ChartColumn<Course['points'][number]>[] = [
  {
    key: 'when',
    header: words.when,
    value: ({ wave, testedOn }) => `${wordFor(texts.results.waves, wave)}, ${formatDate(testedOn)}`,
  },
  {
    key: 'age',
    header: words.age,
    value: ({ ageYears }) => ageYears,
    decimals: 1,
    render: ({ ageYears }) => (ageYears === null ? texts.common.none : formatAge(ageYears)),
  },
  {
    key: 'value',
    header: words.value,
    value: ({ value }) => value,
    render: ({ value, unit }) => valueWithUnit(value, unit),
  },
  {
    key: 'percentile',
    header: words.percentile,
    value: ({ score }) => score && score.performancePercentile,
    decimals: 0,
    render: ({ score, atCeiling }) =>
      score ? formatPercentile(score.performancePercentile, atCeiling) : texts.common.none,
  },
];
