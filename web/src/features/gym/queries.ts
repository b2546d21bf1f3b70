import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { outbox } from '../../outbox/use-outbox';
import { useSession } from '../session/session';
import { readSheetOrCopy } from '../test-days/sheet-copy';
import { Arrivals, withArrival } from './arrivals';
import { readSheet } from './read-sheet';
import type { DateString } from '../../ui/format';
import type { DaySheet } from './sheet';

/** Other devices' values are on this screen within so many ms. */
const LOOK_AGAIN = 4_000;

const arrivals = new Arrivals();

/** Everything that a device needs of a test day. */
export function daySheetQuery(testDayId: string, today: DateString) {
  return queryOptions({
    queryKey: ['day-sheet', testDayId, today],
    queryFn: async (asking): Promise<DaySheet> => {
      const askedAt = performance.now();
      const sheet = await readSheetOrCopy(asking, testDayId);
      return arrivals.complete(readSheet(sheet, today), askedAt);
    },
    refetchOnWindowFocus: 'always',
    refetchInterval: LOOK_AGAIN,
  });
}

/** The sheet of a test day, always current: what other devices enter comes every few seconds, the own values at once. */
export function useDaySheet(testDayId: string) {
  const queries = useQueryClient();
  const { today } = useSession();
  const query = useQuery(daySheetQuery(testDayId, today));
  useEffect(
    () =>
      outbox.onConfirmed((entry, record) => {
        if (entry.kind !== 'trial' && entry.kind !== 'not_done') return;
        const trial = record && 'version' in record && 'value' in record ? record : null;
        arrivals.note({ entry, trial }, performance.now());
        queries.setQueryData(
          daySheetQuery(testDayId, today).queryKey,
          (sheet) => sheet && withArrival(sheet, { entry, trial }),
        );
      }),
    [queries, testDayId, today],
  );
  useSendWhenReached(query.dataUpdatedAt);
  return query;
}

/** An answer says that the network is back: what waits need not wait for the end of its pause. */
function useSendWhenReached(answeredAt: number): void {
  useEffect(() => {
    const { entries } = outbox.getSnapshot();
    if (answeredAt > 0 && entries.some(({ state, attempts }) => state !== 'needs_help' && attempts > 0))
      void outbox.flush({ hurry: true });
  }, [answeredAt]);
}
