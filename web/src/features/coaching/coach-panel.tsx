import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CoachAssignment, Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { useHouseChanged } from '../institutions/use-house-changed';
import { isOver } from '../participation/way';
import { useSession } from '../session/session';
import { AssignForm, TermForm } from './coach-forms';
import { assignmentsQuery, removeAssignment } from './queries';

const words = texts.coaching;

interface CoachPanelProps {
  institution: Institution;
  editable: boolean;
}

/** Who coaches the house today, and who did or will. */
export function CoachPanel({ institution, editable }: CoachPanelProps) {
  const assignments = useQuery(assignmentsQuery(institution.id));
  return (
    <Panel title={words.title}>
      <QueryView query={assignments} loading={<Skeletons rows={2} height={40} />}>
        {(all) => <Coaches institution={institution} assignments={all} editable={editable} />}
      </QueryView>
    </Panel>
  );
}

interface CoachesProps extends CoachPanelProps {
  assignments: readonly CoachAssignment[];
}

function Coaches({ institution, assignments, editable }: CoachesProps) {
  const { today } = useSession();
  const open = assignments.find(({ lastDay }) => lastDay === null);
  const current = assignments.find((one) => one.firstDay <= today && today <= (one.lastDay ?? today));
  const status = institution.participation?.status;
  return (
    <Stack gap="md">
      {current ? <Text fw={600}>{words.current(nameOf(current))}</Text> : <Text>{words.none}</Text>}
      {current && status !== undefined && isOver(status) && (
        <Alert color="sonne" variant="light">
          {words.stillRuns(nameOf(current))}
        </Alert>
      )}
      {editable && (
        <Group gap="xs" className="no-print">
          <DialogButton
            label={open ? words.change : words.assign}
            title={words.assignTitle(institution.name)}
          >
            {(close) => <AssignForm institution={institution} current={open} onSaved={close} />}
          </DialogButton>
          {current && (
            <DialogButton label={words.end} title={words.endTitle(nameOf(current))} variant="subtle">
              {(close) => <TermForm assignment={current} ending onSaved={close} />}
            </DialogButton>
          )}
        </Group>
      )}
      {assignments.length > 0 && <Terms assignments={assignments} editable={editable} />}
    </Stack>
  );
}

function Terms({ assignments, editable }: Pick<CoachesProps, 'assignments' | 'editable'>) {
  return (
    <Stack component="ul" aria-label={words.history} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {assignments.map((assignment) => (
        <Group component="li" key={assignment.id} justify="space-between" gap="xs">
          <div>
            <Text>{nameOf(assignment)}</Text>
            <Text size="sm" c="dimmed">
              <Term assignment={assignment} />
            </Text>
          </div>
          {editable && <TermActions assignment={assignment} />}
        </Group>
      ))}
    </Stack>
  );
}

function Term({ assignment: { firstDay, lastDay } }: { assignment: CoachAssignment }) {
  const { today } = useSession();
  const first = formatDate(firstDay);
  if (lastDay === null && firstDay > today) return words.from(first);
  return words.term(first, lastDay && formatDate(lastDay));
}

function TermActions({ assignment }: { assignment: CoachAssignment }) {
  const changed = useHouseChanged(assignment.institutionId);
  const name = nameOf(assignment);
  const look = { size: 'compact-sm', mih: 32 } as const;
  return (
    <Group gap={4}>
      <DialogButton
        label={words.edit}
        ariaLabel={words.editLabel(name)}
        title={words.editTitle(name)}
        variant="subtle"
        {...look}
      >
        {(close) => <TermForm assignment={assignment} ending={false} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={words.remove}
        ariaLabel={words.removeLabel(name)}
        question={words.removeQuestion(name)}
        text={words.removeText}
        confirmLabel={words.remove}
        onConfirm={() =>
          removeAssignment(assignment)
            .then(changed)
            .then(() => announce(words.removed))
        }
        {...look}
      />
    </Group>
  );
}

function nameOf({ coachName }: CoachAssignment): string {
  return coachName ?? words.unnamed;
}
