import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { type Asking, kept } from '../../device/kept';
import { readSheetOrCopy } from './sheet-copy';
import type { components, paths } from '../../api/schema';

type Schemas = components['schemas'];
export type TestDay = Schemas['TestDayDto'];
export type NewTestDay = Schemas['CreateTestDayDto'];
export type TestDayChange = Schemas['UpdateTestDayDto'];
export type Release = Schemas['ReleaseTestDayDto'];
export type Sheet = Schemas['SheetDto'];
export type SheetChild = Schemas['SheetChildDto'];
export type SheetProtocol = Schemas['SheetProtocolDto'];
export type SheetResult = Schemas['SheetResultDto'];
export type SheetTrial = Schemas['SheetTrialDto'];
export type Closing = Schemas['ClosingDto'];
export type Wave = NewTestDay['wave'];
export type TestDayQuery = NonNullable<paths['/api/test-days']['get']['parameters']['query']>;

/** Other devices enter at the same time: look again after so many ms. */
const LOOK_AGAIN = 10_000;

export const testDaysKey = ['test-days'];

export function readTestDays(query: TestDayQuery) {
  return unwrap(api.GET('/api/test-days', { params: { query } }));
}

/** The same for the list of test days, whose first page is kept for when there is no network. */
export function readTestDayPage(asking: Asking, query: TestDayQuery) {
  if (query.cursor !== undefined) return readTestDays(query);
  return kept.read(asking, listName(query), () => readTestDays(query));
}

/** Fetches the first page of all test days and keeps it: the way to those that are prepared. */
export async function prepareTestDayList(): Promise<void> {
  await kept.put(listName({}), await readTestDays({}));
}

const listName = (query: TestDayQuery): string => `test-days/${JSON.stringify(query)}`;

export function testDayQuery(id: string) {
  return queryOptions({
    queryKey: [...testDaysKey, 'one', id],
    queryFn: () => unwrap(api.GET('/api/test-days/{id}', { params: { path: { id } } })),
  });
}

/** Tasks, children and what stands of each. */
export function sheetQuery(id: string) {
  return queryOptions({
    queryKey: [...testDaysKey, 'sheet', id],
    queryFn: (asking) => readSheetOrCopy(asking, id),
    refetchInterval: LOOK_AGAIN,
  });
}

export function closingQuery(id: string) {
  return queryOptions({
    queryKey: [...testDaysKey, 'closing', id],
    queryFn: () => unwrap(api.GET('/api/test-days/{id}/closing', { params: { path: { id } } })),
  });
}

/** Those that are offered: of each battery the newest version. */
export const batteriesQuery = queryOptions({
  queryKey: ['test-batteries', 'offered'],
  queryFn: () => unwrap(api.GET('/api/test-batteries')),
  select: ({ items }) => items.filter(({ current }) => current),
});

export function createTestDay(body: NewTestDay): Promise<TestDay> {
  return unwrap(api.POST('/api/test-days', { body }));
}

export function changeTestDay(
  { id, version }: { id: string; version: number },
  body: TestDayChange,
): Promise<TestDay> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/test-days/{id}', { params, body }));
}

export function removeTestDay(day: TestDay): Promise<unknown> {
  const params = { path: { id: day.id }, header: ifMatch(day) };
  return unwrap(api.DELETE('/api/test-days/{id}', { params }));
}

export function releaseTestDay(day: TestDay, body: Release): Promise<TestDay> {
  const params = { path: { id: day.id }, header: ifMatch(day) };
  return unwrap(api.POST('/api/test-days/{id}/release', { params, body }));
}

/** Closes the day as it was looked at; refused if something was entered meanwhile. */
export function closeTestDay({ testDay, gaps, conspicuous }: Closing): Promise<TestDay> {
  const params = { path: { id: testDay.id }, header: ifMatch(testDay) };
  const body = { gaps: gaps.length, conspicuous: conspicuous.length };
  return unwrap(api.POST('/api/test-days/{id}/close', { params, body }));
}

/** To be called after everything that changes a day: lists, sheets and closings are read again. */
export function useTestDaysChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: testDaysKey });
}
