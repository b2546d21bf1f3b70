import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { kept } from '../../device/kept';
import { listName, prepareList } from '../attendance/queries';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { paths } from '../../api/schema';
import type { NewTraining, Registered, Registration, Training, TrainingChange } from '../../api/types';

export type TrainingQuery = NonNullable<paths['/api/trainings']['get']['parameters']['query']>;

export const trainingsKey = ['trainings'];

export function readTrainings(query: TrainingQuery) {
  return unwrap(api.GET('/api/trainings', { params: { query } }));
}

export function trainingQuery(id: string) {
  return queryOptions({
    queryKey: [...trainingsKey, 'one', id],
    queryFn: (asking) =>
      kept.read(asking, trainingName(id), () => readTraining(id), {
        // Kept together with its list, for the way to it.
        keep: async (training) => ((await kept.keptAt(listName(id))) === null ? null : training),
      }),
  });
}

/** Under this name a training is kept. */
const trainingName = (id: string): string => `training/${id}`;

/** Fetches a training with its list and keeps both. */
export async function prepareTraining(id: string): Promise<void> {
  await prepareList(id);
  await kept.put(trainingName(id), await readTraining(id));
}

function readTraining(id: string): Promise<Training> {
  return unwrap(api.GET('/api/trainings/{id}', { params: { path: { id } } }));
}

/** What the person is registered for and has not been yet. */
export const myTrainingsQuery = queryOptions({
  queryKey: [...trainingsKey, 'mine'],
  queryFn: () =>
    unwrap(
      api.GET('/api/trainings', { params: { query: { mine: true, when: 'upcoming', limit: MAX_LIMIT } } }),
    ),
  select: ({ items }) => items,
});

/** All registrations of a training that the person may see, in order of arrival. */
export function registrationsQuery(trainingId: string) {
  return queryOptions({
    queryKey: [...trainingsKey, 'registrations', trainingId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/training-registrations', {
            params: { query: { trainingId, cursor, limit: MAX_LIMIT } },
          }),
        ),
      ),
  });
}

export function createTraining(body: NewTraining): Promise<Training> {
  return unwrap(api.POST('/api/trainings', { body }));
}

export function changeTraining(
  { id, version }: { id: string; version: number },
  body: TrainingChange,
): Promise<Training> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/trainings/{id}', { params, body }));
}

export function removeTraining(training: Training): Promise<unknown> {
  const params = { path: { id: training.id }, header: ifMatch(training) };
  return unwrap(api.DELETE('/api/trainings/{id}', { params }));
}

export async function register(
  trainingId: string,
  staffMemberIds: string[],
  despiteOverlap: boolean,
): Promise<Registered[]> {
  const body = { trainingId, staffMemberIds, despiteOverlap };
  return (await unwrap(api.POST('/api/training-registrations', { body }))).items;
}

export function registerMyself(
  trainingId: string,
  institutionId: string | undefined,
  despiteOverlap: boolean,
): Promise<Registration> {
  const body = { trainingId, institutionId, despiteOverlap };
  return unwrap(api.POST('/api/training-registrations/mine', { body }));
}

export function withdraw({ id, version }: { id: string; version: number }): Promise<Registration> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.POST('/api/training-registrations/{id}/withdraw', { params }));
}

/** To be called after everything that changes trainings or places: counts and lists are read again. */
export function useTrainingsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trainingsKey });
}
