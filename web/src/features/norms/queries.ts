import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { ChosenNorm, NewNormSet, NormPreview, NormSet, TestBattery } from '../../api/types';

/** Reference data: new versions come about once a year. */
const RARELY = 5 * 60_000;
/** How often a computation under way is looked after. */
const WATCH = 2000;

export const batteriesKey = ['test-batteries'] as const;
export const normSetsKey = ['norm-sets'] as const;

export const batteriesQuery = queryOptions({
  queryKey: batteriesKey,
  queryFn: async () => (await unwrap(api.GET('/api/test-batteries'))).items,
  staleTime: RARELY,
});

export const batteryQuery = (id: string) =>
  queryOptions({
    queryKey: [...batteriesKey, id],
    queryFn: () => unwrap(api.GET('/api/test-batteries/{id}', { params: { path: { id } } })),
    staleTime: RARELY,
  });

export const choicesQuery = (id: string) =>
  queryOptions({
    queryKey: [...batteriesKey, id, 'norms'],
    queryFn: async () =>
      (await unwrap(api.GET('/api/test-batteries/{id}/norms', { params: { path: { id } } }))).items,
  });

export const normSetsQuery = queryOptions({
  queryKey: normSetsKey,
  queryFn: async () => (await unwrap(api.GET('/api/norm-sets'))).items,
  staleTime: RARELY,
});

export const normSetQuery = (id: string) =>
  queryOptions({
    queryKey: [...normSetsKey, id],
    queryFn: () => unwrap(api.GET('/api/norm-sets/{id}', { params: { path: { id } } })),
    staleTime: RARELY,
  });

export type Sex = 'male' | 'female';

export const curveQuery = (id: string, item: string, sex: Sex) =>
  queryOptions({
    queryKey: [...normSetsKey, id, 'curves', item, sex],
    queryFn: () =>
      unwrap(api.GET('/api/norm-sets/{id}/curves', { params: { path: { id }, query: { item, sex } } })),
    staleTime: Infinity,
  });

export interface Question {
  set: string;
  item: string;
  sex: Sex;
  age: number;
  raw: number;
}

export const scoreQuery = ({ set: id, ...query }: Question) =>
  queryOptions({
    queryKey: [...normSetsKey, id, 'scores', query],
    queryFn: () => unwrap(api.GET('/api/norm-sets/{id}/scores', { params: { path: { id }, query } })),
    staleTime: Infinity,
  });

export const scoreRunsQuery = queryOptions({
  queryKey: ['score-runs'],
  queryFn: async () => (await unwrap(api.GET('/api/score-runs'))).items,
  refetchInterval: ({ state }) =>
    state.data?.some((run) => run.state === 'waiting' || run.state === 'running') ? WATCH : false,
});

export function chooseNorms(id: string, norms: ChosenNorm[]): Promise<TestBattery> {
  return unwrap(api.PUT('/api/test-batteries/{id}/norms', { params: { path: { id } }, body: { norms } }));
}

export function previewNorms(csv: string): Promise<NormPreview> {
  return unwrap(api.POST('/api/norm-sets/preview', { body: { csv } }));
}

export function createNormSet(body: NewNormSet): Promise<NormSet> {
  return unwrap(api.POST('/api/norm-sets', { body }));
}
