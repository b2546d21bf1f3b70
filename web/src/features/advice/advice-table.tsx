import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { CoachContact } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatMinutes, formatWeekdayShort } from '../../ui/format';

const words = texts.advice;

/** Contacts of many houses in lines, read only: they are changed where the house stands. */
export function AdviceTable({ contacts }: { contacts: readonly CoachContact[] }) {
  // Programme leads are told no names.
  const named = contacts.some(({ coachName }) => coachName !== null);
  return (
    <DataTable
      caption={words.list.title}
      columns={named ? COLUMNS : COLUMNS.filter(({ key }) => key !== 'coach')}
      rows={contacts}
      rowKey={({ id }) => id}
    />
  );
}

const COLUMNS: readonly Column<CoachContact>[] = [
  {
    key: 'date',
    header: words.fields.heldOn,
    render: ({ heldOn, startsAt }) => (
      <span className="numbers" style={{ whiteSpace: 'nowrap' }}>
        {`${formatWeekdayShort(heldOn)} ${formatDate(heldOn)}`}
        {startsAt !== null && (
          <Text span size="sm" c="dimmed" display="block">
            {words.atTime(startsAt)}
          </Text>
        )}
      </span>
    ),
  },
  {
    key: 'house',
    header: words.columns.house,
    primary: true,
    render: ({ institutionId, institutionName }) => (
      <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`}>
        {institutionName}
      </Anchor>
    ),
  },
  {
    key: 'state',
    header: words.list.state,
    render: ({ state, way, minutes }) => (
      <>
        {wordFor(texts.programme.contactState, state)} {wordFor(texts.programme.contactWay, way)}
        {minutes !== null && (
          <Text span size="sm" c="dimmed" display="block">
            {formatMinutes(minutes)}
          </Text>
        )}
      </>
    ),
  },
  { key: 'coach', header: texts.coaching.coach, render: ({ coachName }) => coachName },
  {
    key: 'topics',
    header: words.list.topics,
    render: ({ topics, nextStep, nextStepDue, nextStepDoneOn }) => (
      <div style={{ maxWidth: 460, overflowWrap: 'anywhere' }}>
        <Text inherit lineClamp={4} style={{ whiteSpace: 'pre-line' }}>
          {topics}
        </Text>
        {nextStep !== null && (
          <Text size="sm" c="dimmed">
            {words.stepLine(nextStep)} ({stepInWords(nextStepDue, nextStepDoneOn)})
          </Text>
        )}
      </div>
    ),
  },
];

function stepInWords(due: string | null, doneOn: string | null): string {
  if (doneOn !== null) return words.stepDone(formatDate(doneOn));
  return due === null ? words.noDue : words.dueOn(formatDate(due));
}
