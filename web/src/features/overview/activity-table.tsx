import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Activity } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInteger, formatWeekdayShort } from '../../ui/format';
import { focusAreasQuery } from '../activities/queries';

const words = texts.overview.activities;

interface ActivityTableProps {
  activities: readonly Activity[];
  /** Off on the page of one institution. */
  withInstitution?: boolean;
}

/** Activities in lines, read only: they are changed where they were noted. */
export function ActivityTable({ activities, withInstitution = true }: ActivityTableProps) {
  const { data: focusAreas = [] } = useQuery(focusAreasQuery);
  const titles = new Map(focusAreas.map(({ code, title }) => [code, title]));
  const columns: Column<Activity>[] = [
    {
      key: 'date',
      header: words.date,
      render: ({ heldOn }) => (
        <span style={{ whiteSpace: 'nowrap' }}>{`${formatWeekdayShort(heldOn)} ${formatDate(heldOn)}`}</span>
      ),
    },
    ...(withInstitution ? [institutionColumn] : []),
    { key: 'group', header: words.group, render: ({ groupName }) => groupName },
    {
      key: 'focus',
      header: words.focusArea,
      render: ({ focusArea, note }) => (
        <>
          {titles.get(focusArea) ?? focusArea}
          {note && (
            <Text size="sm" c="dimmed" maw={420}>
              {note}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'minutes',
      header: words.minutes,
      numeric: true,
      render: ({ minutes }) => formatInteger(minutes),
    },
    {
      key: 'children',
      header: words.children,
      numeric: true,
      render: ({ childrenPresent }) => formatInteger(childrenPresent),
    },
  ];
  return <DataTable caption={words.title} columns={columns} rows={activities} rowKey={({ id }) => id} />;
}

const institutionColumn: Column<Activity> = {
  key: 'institution',
  header: words.institution,
  primary: true,
  render: ({ institutionId, institutionName }) => (
    <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`}>
      {institutionName}
    </Anchor>
  ),
};
