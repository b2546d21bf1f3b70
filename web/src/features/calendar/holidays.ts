import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { SchoolHoliday } from '../../api/types';
import { schoolYearOf } from '../../ui/format';

type Schemas = components['schemas'];

/** The school holidays of a state, in the order of the calendar. */
export function holidaysQuery(state: string) {
  return queryOptions({
    queryKey: ['school-holidays', state],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(api.GET('/api/school-holidays', { params: { query: { state, cursor, limit: MAX_LIMIT } } })),
      ),
  });
}

/** The years of `years` in which no holidays begin: they were not entered yet. */
export function yearsWithout(holidays: readonly SchoolHoliday[], years: readonly number[]): number[] {
  const known = new Set(holidays.map(({ firstDay }) => schoolYearOf(firstDay)));
  return years.filter((year) => !known.has(year));
}

export function createHoliday(body: Schemas['CreateSchoolHolidayDto']): Promise<SchoolHoliday> {
  return unwrap(api.POST('/api/school-holidays', { body }));
}

export function changeHoliday(
  { id, version }: { id: string; version: number },
  body: Schemas['UpdateSchoolHolidayDto'],
): Promise<SchoolHoliday> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/school-holidays/{id}', { params, body }));
}

export function removeHoliday(holiday: SchoolHoliday): Promise<unknown> {
  const params = { path: { id: holiday.id }, header: ifMatch(holiday) };
  return unwrap(api.DELETE('/api/school-holidays/{id}', { params }));
}
