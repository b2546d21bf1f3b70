import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AttendanceSheet } from '../../api/types';
import { announce, announceProblem } from '../../ui/announce';
import { readDraft, writeDraft } from '../../ui/draft-store';
import { texts } from '../../texts/de';
import { useSession } from '../session/session';
import { markOf, sendMarks, sheetQuery, withMarks } from './queries';
import { type Tick, TickQueue } from './tick-queue';

export interface Ticks {
  /** The list as it is tapped, whether the server knows yet or not. */
  sheet: AttendanceSheet;
  /** Tapped and without an answer so far, because there is none to be had. */
  stuck: number;
  put: (ticks: readonly Tick[]) => void;
  sendNow: () => void;
  /** Takes the last tap back; null if there is none. */
  undo: (() => void) | null;
}

/** Ticks of a list: shown at once, and sent by a queue that outlives a lost network and a reload. */
export function useTicks(stored: AttendanceSheet): Ticks {
  const { trainingId } = stored;
  const queue = useQueue(trainingId);
  const { waiting, stuck } = useSyncExternalStore(queue.subscribe, queue.getSnapshot);
  const [last, setLast] = useState<readonly Tick[] | null>(null);
  const sheet = withMarks(
    stored,
    waiting.map((tick) => ({ ...tick, minutes: minutesOf(tick, stored), version: 0 })),
  );
  const put = (ticks: readonly Tick[]) => {
    setLast(ticks.map((tick) => before(tick, sheet)));
    queue.put(ticks);
  };
  const undo =
    last === null
      ? null
      : () => {
          queue.put(last);
          setLast(null);
          announce(texts.attendance.undone);
        };
  return { sheet, stuck: stuck ? waiting.length : 0, put, undo, sendNow: () => void queue.flush() };
}

function useQueue(trainingId: string): TickQueue {
  const queries = useQueryClient();
  const owner = useSession().account.id;
  const queue = useMemo(() => {
    const { queryKey } = sheetQuery(trainingId);
    const draft = `attendance:${trainingId}`;
    return new TickQueue(
      {
        send: (marks) => sendMarks(trainingId, marks),
        versionOf: ({ registrationId, sessionId }) => {
          const person = queries.getQueryData(queryKey)?.people.find(({ id }) => id === registrationId);
          return (person && markOf(person, sessionId)?.version) ?? 0;
        },
        onSaved: (marks) => queries.setQueryData(queryKey, (sheet) => sheet && withMarks(sheet, marks)),
        onRefused: (problem) => {
          announceProblem(problem);
          void queries.invalidateQueries({ queryKey });
        },
        keep: (waiting) => writeDraft(owner, draft, { ticks: JSON.stringify(waiting) }),
      },
      ticksIn(readDraft(owner, draft, { ticks: '[]' }).ticks),
    );
  }, [queries, owner, trainingId]);
  useEffect(() => {
    const flush = () => void queue.flush();
    flush();
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('online', flush);
      queue.stop();
    };
  }, [queue]);
  return queue;
}

/** What a place said before the tap. */
function before({ registrationId, sessionId }: Tick, { people }: AttendanceSheet): Tick {
  const person = people.find(({ id }) => id === registrationId);
  const mark = person && markOf(person, sessionId);
  const state = (mark?.state ?? null) as Tick['state'];
  return { registrationId, sessionId, state, minutes: state === 'present' ? (mark?.minutes ?? null) : null };
}

function minutesOf({ state, minutes, sessionId }: Tick, { sessions }: AttendanceSheet): number {
  if (state !== 'present') return 0;
  return minutes ?? sessions.find(({ id }) => id === sessionId)?.minutes ?? 0;
}

function ticksIn(text: string): Tick[] {
  try {
    const ticks: unknown = JSON.parse(text);
    return Array.isArray(ticks) ? (ticks as Tick[]) : [];
  } catch {
    return [];
  }
}
