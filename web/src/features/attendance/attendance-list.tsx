import { Badge, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconArrowBackUp, IconChecks } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { AttendanceSheet, SheetSession } from '../../api/types';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { useBusy } from '../../ui/use-busy';
import { useSession } from '../session/session';
import { AttendanceRow } from './attendance-row';
import { AddWalkIn } from './add-walk-in';
import { MarkQuestion, MarkQuestions } from './mark-questions';
import { markOf } from './queries';
import { useTicks } from './use-ticks';
import classes from './attendance-list.module.css';

const words = texts.attendance;
const COUNTED = ['present', 'excused', 'absent', 'open'] as const;
const COLOURS = { present: 'wiese', excused: 'sonne', absent: 'red', open: 'gray' } as const;

interface AttendanceListProps {
  sheet: AttendanceSheet;
  session: SheetSession;
}

/** Everybody at one session: who is missing is seen at a glance, and all the others are one tap. */
export function AttendanceList({ sheet: stored, session }: AttendanceListProps) {
  const { sheet, put, undo, isWaiting, conflicts, settle, refused } = useTicks(stored);
  const [onlyOpen, setOnlyOpen] = useState(false);
  useBusy(true);
  const early = session.heldOn > useSession().today;
  const stateOf = (id: string) => {
    const person = sheet.people.find((one) => one.id === id);
    return (person && markOf(person, session.id)?.state) ?? 'open';
  };
  const open = sheet.people.filter(({ id }) => stateOf(id) === 'open');
  const asked = conflicts.filter(({ theirs }) => theirs.sessionId === session.id);
  const askedOf = (id: string) => asked.find(({ theirs }) => theirs.registrationId === id);
  const shown = onlyOpen ? sheet.people.filter((one) => open.includes(one) || askedOf(one.id)) : sheet.people;
  const allPresent = () =>
    put(
      open.map(({ id }) => ({ registrationId: id, sessionId: session.id, state: 'present', minutes: null })),
    );
  return (
    <Stack gap="md">
      <div className={classes.bar}>
        <Group gap={8} role="status">
          {COUNTED.map((state) => (
            <Badge key={state} variant="light" color={COLOURS[state]} size="lg" tt="none" fw={600}>
              {words.counts[state](sheet.people.filter(({ id }) => stateOf(id) === state).length)}
            </Badge>
          ))}
        </Group>
        <Group gap="sm">
          <Button
            disabled={early || open.length === 0}
            leftSection={<IconChecks size={20} aria-hidden />}
            onClick={allPresent}
          >
            {words.allPresent}
          </Button>
          <Button
            variant="default"
            disabled={undo === null}
            leftSection={<IconArrowBackUp size={20} aria-hidden />}
            onClick={() => undo?.()}
          >
            {words.undo}
          </Button>
        </Group>
      </div>
      {early && <Text c="dimmed">{words.notYet}</Text>}
      <MarkQuestions
        sheet={sheet}
        conflicts={conflicts.filter((conflict) => !asked.includes(conflict))}
        onSettle={settle}
        refused={refused}
      />
      <Group justify="space-between" gap="sm">
        <Switch
          label={words.onlyOpen}
          checked={onlyOpen}
          onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
        />
        <AddWalkIn sheet={stored} />
      </Group>
      {sheet.people.length === 0 && <Empty title={words.emptyTitle}>{words.emptyText}</Empty>}
      {sheet.people.length > 0 && shown.length === 0 && <Text c="dimmed">{words.nobodyOpen}</Text>}
      <ul className={classes.list} aria-label={words.people}>
        {shown.map((person) => (
          <Fragment key={person.id}>
            <AttendanceRow
              person={person}
              session={session}
              mark={markOf(person, session.id)}
              waiting={isWaiting({ registrationId: person.id, sessionId: session.id })}
              early={early}
              onTick={(tick) => put([tick])}
            />
            {asked
              .filter(({ theirs }) => theirs.registrationId === person.id)
              .map((conflict) => (
                <li key={conflict.entry.rowId}>
                  <MarkQuestion
                    sheet={sheet}
                    conflict={conflict}
                    onSettle={(whose) => settle(conflict, whose)}
                  />
                </li>
              ))}
          </Fragment>
        ))}
      </ul>
    </Stack>
  );
}
