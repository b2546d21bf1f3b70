import { Badge, Group, Text } from '@mantine/core';
import { type Icon, IconCheck, IconCloudUp, IconMail, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { AttendanceMark, AttendanceState, SheetPerson, SheetSession } from '../../api/types';
import { texts } from '../../texts/de';
import { MinutesButton } from './minutes-button';
import classes from './attendance-row.module.css';
import type { Tick } from './waiting-marks';

const words = texts.attendance;

const STATES: readonly { state: AttendanceState; icon: Icon }[] = [
  { state: 'present', icon: IconCheck },
  { state: 'excused', icon: IconMail },
  { state: 'absent', icon: IconX },
];

interface AttendanceRowProps {
  person: SheetPerson;
  session: SheetSession;
  mark: AttendanceMark | undefined;
  /** Tapped and not yet confirmed by the server. */
  waiting: boolean;
  /** The day has not come: only an excuse can be known. */
  early: boolean;
  onTick: (tick: Tick) => void;
}

/** One person at one session: three big buttons, and pressing the pressed one takes it back. */
export const AttendanceRow = memo(function AttendanceRow(props: AttendanceRowProps) {
  const { person, session, mark, waiting, early, onTick } = props;
  const place = { registrationId: person.id, sessionId: session.id };
  const tap = (state: AttendanceState) =>
    onTick({ ...place, state: mark?.state === state ? null : state, minutes: null });
  return (
    <li className={classes.row} data-state={mark?.state ?? 'open'}>
      <div>
        <Group gap={8}>
          <Text fw={600}>{person.name}</Text>
          {waiting && (
            <IconCloudUp size={18} stroke={1.7} role="img" aria-label={words.isWaiting(person.name)} />
          )}
          {person.state === 'walk_in' && (
            <Badge variant="light" color="gray" tt="none" fw={500}>
              {words.walkIn}
            </Badge>
          )}
        </Group>
        <Group gap={8}>
          <Text size="sm" c="dimmed">
            {person.institutionName}
          </Text>
          {mark?.state === 'present' && (
            <MinutesButton
              name={person.name}
              minutes={mark.minutes}
              most={session.minutes}
              onChange={(minutes) => onTick({ ...place, state: 'present', minutes })}
            />
          )}
        </Group>
      </div>
      <div className={classes.states} role="group" aria-label={words.marksOf(person.name)}>
        {STATES.map(({ state, icon: StateIcon }) => (
          <button
            key={state}
            type="button"
            className={classes.state}
            data-state={state}
            aria-pressed={mark?.state === state}
            disabled={early && state !== 'excused'}
            onClick={() => tap(state)}
          >
            <StateIcon size={20} aria-hidden />
            {words.states[state]}
          </button>
        ))}
      </div>
    </li>
  );
});
