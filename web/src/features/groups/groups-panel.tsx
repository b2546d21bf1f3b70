import { Button, Group as Row, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger, formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { groupsQuery } from '../activities/queries';
import { DownloadMenu } from '../overview/download-menu';
import { SchoolYearSelect, useSchoolYear } from '../overview/school-year-select';
import { GroupDialog } from './group-dialog';
import { GroupYearNotice } from './group-year-notice';
import { GroupTable } from './group-table';

const words = texts.house.groups;

interface GroupsPanelProps {
  institutionId: string;
  /** Where the page is about groups already, something else. */
  title?: string;
  editable: boolean;
}

/** The groups of a house in one school year. */
export function GroupsPanel({ institutionId, title = words.title, editable }: GroupsPanelProps) {
  const schoolYear = useSchoolYear();
  const [archived, setArchived] = useState(false);
  const [edited, setEdited] = useState<Group | 'new' | null>(null);
  const groups = useQuery(groupsQuery(institutionId, schoolYear, archived));
  return (
    <Panel
      title={title}
      action={
        editable && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {words.add}
          </Button>
        )
      }
    >
      <Row justify="space-between" align="flex-end" mb="md" gap="sm">
        <SchoolYearSelect withNext />
        <Row gap="md">
          {editable && (
            <Switch
              label={words.showArchived}
              checked={archived}
              onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
            />
          )}
          <DownloadMenu of="groups" filter={{ institutionId, schoolYear, archived }} />
        </Row>
      </Row>
      {editable && !archived && <GroupYearNotice institutionId={institutionId} schoolYear={schoolYear} />}
      <QueryView query={groups} loading={<Skeletons rows={3} height={40} />}>
        {(listed) =>
          listed.length === 0 ? (
            <NoGroups archived={archived} schoolYear={schoolYear} />
          ) : (
            <>
              <GroupTable groups={listed} {...(editable && { onEdit: setEdited })} />
              {!archived && <Total groups={listed} />}
            </>
          )
        }
      </QueryView>
      {edited !== null && (
        <GroupDialog
          institutionId={institutionId}
          schoolYear={schoolYear}
          group={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function Total({ groups }: { groups: readonly Group[] }) {
  const children = groups.reduce((sum, { size }) => sum + size, 0);
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {words.childrenTotal(words.groupCount(groups.length), formatInteger(children))}
    </Text>
  );
}

function NoGroups({ archived, schoolYear }: { archived: boolean; schoolYear: number }) {
  const year = formatSchoolYear(schoolYear);
  return <Text c="dimmed">{archived ? words.noArchived(year) : words.emptyTitle(year)}</Text>;
}
