import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { NewParticipation, ParticipationRun } from '../../api/types';
import { houseKey } from '../institutions/use-house-changed';

type Schemas = components['schemas'];

/** Every run of a house, the latest first. */
export function runsQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...houseKey(institutionId), 'participations'],
    queryFn: () =>
      unwrap(api.GET('/api/institutions/{id}/participations', { params: { path: { id: institutionId } } })),
    select: ({ items }) => items,
  });
}

export function beginRun(institutionId: string, body: NewParticipation): Promise<ParticipationRun> {
  return unwrap(
    api.POST('/api/institutions/{id}/participations', { params: { path: { id: institutionId } }, body }),
  );
}

export function addStep(run: ParticipationRun, body: Schemas['AddStepDto']): Promise<ParticipationRun> {
  return unwrap(
    api.POST('/api/participations/{id}/steps', {
      params: { path: { id: run.id }, header: ifMatch(run) },
      body,
    }),
  );
}

export function correctStep(
  run: ParticipationRun,
  stepId: string,
  body: Schemas['CorrectStepDto'],
): Promise<ParticipationRun> {
  return unwrap(
    api.PATCH('/api/participation-steps/{id}', {
      params: { path: { id: stepId }, header: ifMatch(run) },
      body,
    }),
  );
}

export function removeRun(run: ParticipationRun): Promise<unknown> {
  return unwrap(
    api.DELETE('/api/participations/{id}', { params: { path: { id: run.id }, header: ifMatch(run) } }),
  );
}
