import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { AttendanceSheet } from '../../api/types';
import type { EntryOf } from '../../outbox/entry';
import { newId } from '../../outbox/new-id';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { sheetQuery, withMarks } from './queries';
import { tickWords } from './tick-words';
import {
  before,
  bodyOf,
  conflictsIn,
  entriesFor,
  isWaiting,
  type MarkConflict,
  refusedIn,
  tickOf,
  type Tick,
  withWaiting,
} from './waiting-marks';

export interface Ticks {
  /** The list as it is tapped, whether the server knows yet or not. */
  sheet: AttendanceSheet;
  isWaiting: (place: Pick<Tick, 'registrationId' | 'sessionId'>) => boolean;
  put: (ticks: readonly Tick[]) => void;
  /** Takes the last tap back; null if there is none. */
  undo: (() => void) | null;
  /** Where another device was quicker. */
  conflicts: readonly MarkConflict[];
  /** A person says which of the two marks counts. */
  settle: (conflict: MarkConflict, whose: 'mine' | 'theirs') => void;
  /** What the server did not take. */
  refused: readonly EntryOf<'attendance'>[];
}

/** Ticks of a list: shown at once, kept on the device, and sent by the outbox until the server has answered. */
export function useTicks(stored: AttendanceSheet): Ticks {
  const { entries: all } = useOutbox();
  const entries = useMemo(() => entriesFor(stored.trainingId, all), [stored.trainingId, all]);
  const [last, setLast] = useState<readonly Tick[] | null>(null);
  const sheet = withWaiting(stored, entries);
  const conflicts = conflictsIn(entries);
  useArrivals(stored.trainingId, conflicts.length);

  const send = (ticks: readonly Tick[]) => submit(bodyOf(ticks, stored), tickWords(ticks, stored));
  const put = (ticks: readonly Tick[]) => {
    setLast(ticks.map((tick) => before(tick, sheet)));
    send(ticks);
  };
  const takeBack = (ticks: readonly Tick[]) => {
    send(ticks);
    setLast(null);
    announce(texts.attendance.undone);
  };
  return {
    sheet,
    isWaiting: (place) => isWaiting(entries, place),
    put,
    undo: last && (() => takeBack(last)),
    conflicts,
    settle: (conflict, whose) => settle(conflict, whose, conflicts, stored),
    refused: refusedIn(entries),
  };
}

/**
 * What arrives is on the list before it stops waiting, so that no mark disappears for a moment. Where somebody else was quicker, the list
 * is read anew.
 */
function useArrivals(trainingId: string, conflicts: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (conflicts > 0) void queries.invalidateQueries(sheetQuery(trainingId));
  }, [queries, trainingId, conflicts]);
  useEffect(
    () =>
      outbox.onConfirmed((entry, record) => {
        if (entry.kind !== 'attendance' || !record || !('marks' in record)) return;
        queries.setQueryData(
          sheetQuery(trainingId).queryKey,
          (sheet) => sheet && withMarks(sheet, record.marks),
        );
      }),
    [queries, trainingId],
  );
}

function submit(body: EntryOf<'attendance'>['body'], summary: string, id = newId()): void {
  outbox.keep({ id, kind: 'attendance', body, summary }).catch(announceProblem);
}

/** The mark that counts is sent on top of the other, also where that is the other itself, for the trail; what else was refused with it still waits for its own choice. */
function settle(
  { entry, mine, theirs }: MarkConflict,
  whose: 'mine' | 'theirs',
  conflicts: readonly MarkConflict[],
  sheet: AttendanceSheet,
): void {
  const { trainingId } = entry.body;
  const tick = whose === 'mine' ? { ...mine, minutes: mine.minutes ?? null } : tickOf(theirs);
  const chosen = whose === 'mine' ? ('own' as const) : ('stored' as const);
  submit({ trainingId, marks: [{ ...tick, version: theirs.version, chosen }] }, tickWords([tick], sheet));
  const left = conflicts.filter((other) => other.entry.id === entry.id && other.theirs !== theirs);
  if (left.length === 0) outbox.withdraw(entry.rowId).catch(announceProblem);
  else submit({ trainingId, marks: left.map((other) => other.mine) }, entry.summary, entry.id);
}
