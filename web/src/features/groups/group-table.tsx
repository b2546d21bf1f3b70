import { Badge, Button, Group as Row } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Group } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInteger } from '../../ui/format';
import { changeGroup, useGroupsChanged } from './queries';

const words = texts.house.groups;

interface GroupTableProps {
  groups: readonly Group[];
  /** Opens a group for changing; without it the table is read only. */
  onEdit?: (group: Group) => void;
}

const columns: readonly Column<Group>[] = [
  { key: 'name', header: words.name, render: (group) => <GroupName group={group} /> },
  { key: 'size', header: words.size, numeric: true, render: ({ size }) => formatInteger(size) },
];

/** The groups of a year, each with what can be done to it. */
export function GroupTable({ groups, onEdit }: GroupTableProps) {
  const actions: Column<Group> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (group) => onEdit && <Actions group={group} onEdit={onEdit} />,
  };
  return (
    <DataTable
      caption={words.title}
      rows={groups}
      rowKey={({ id }) => id}
      columns={onEdit ? [...columns, actions] : columns}
    />
  );
}

interface ActionsProps {
  group: Group;
  onEdit: (group: Group) => void;
}

function Actions({ group, onEdit }: ActionsProps) {
  const archive = useArchive();
  const { name, archivedAt } = group;
  return (
    <Row gap={4} display="inline-flex">
      {archivedAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={40}
          aria-label={words.editLabel(name)}
          onClick={() => onEdit(group)}
        >
          {texts.common.edit}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mih={40}
        aria-label={archivedAt ? words.unarchiveLabel(name) : words.archiveLabel(name)}
        loading={archive.isPending}
        onClick={() => archive.mutate(group)}
      >
        {archivedAt ? words.unarchive : words.archive}
      </Button>
    </Row>
  );
}

function GroupName({ group }: { group: Group }) {
  return (
    <>
      {group.name}{' '}
      {group.archivedAt && (
        <Badge variant="default" tt="none">
          {words.archived}
        </Badge>
      )}
    </>
  );
}

/** Archives a group, or brings an archived one back; both can be undone by the other. */
function useArchive() {
  const changed = useGroupsChanged();
  return useMutation({
    mutationFn: (group: Group) => changeGroup(group, { archived: group.archivedAt === null }),
    onSuccess: ({ name, archivedAt }) =>
      announce(archivedAt ? words.archivedDone(name) : words.unarchivedDone(name)),
    onError: announceProblem,
    onSettled: changed,
  });
}
