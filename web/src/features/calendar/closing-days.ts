import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { ClosingDay } from '../../api/types';
import { houseKey } from '../institutions/use-house-changed';

type Schemas = components['schemas'];

/** The closing days of a house in one school year, in the order of the calendar. */
export function closingDaysQuery(institutionId: string, schoolYear: number) {
  return queryOptions({
    queryKey: [...houseKey(institutionId), 'closing-days', schoolYear],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/closing-days', {
            params: { query: { institutionId, schoolYear, cursor, limit: MAX_LIMIT } },
          }),
        ),
      ),
  });
}

export function createClosingDay(body: Schemas['CreateClosingDayDto']): Promise<ClosingDay> {
  return unwrap(api.POST('/api/closing-days', { body }));
}

export function changeClosingDay(
  { id, version }: { id: string; version: number },
  body: Schemas['UpdateClosingDayDto'],
): Promise<ClosingDay> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/closing-days/{id}', { params, body }));
}

export function removeClosingDay(closing: ClosingDay): Promise<unknown> {
  const params = { path: { id: closing.id }, header: ifMatch(closing) };
  return unwrap(api.DELETE('/api/closing-days/{id}', { params }));
}
