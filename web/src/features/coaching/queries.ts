import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { CoachAssignment } from '../../api/types';
import { houseKey } from '../institutions/use-house-changed';

type Schemas = components['schemas'];

/** Who coached a house from when to when, the latest first. */
export function assignmentsQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...houseKey(institutionId), 'coach-assignments'],
    queryFn: () =>
      unwrap(
        api.GET('/api/institutions/{id}/coach-assignments', { params: { path: { id: institutionId } } }),
      ),
    select: ({ items }) => items,
  });
}

export function assignCoach(
  institutionId: string,
  body: Schemas['CreateCoachAssignmentDto'],
): Promise<CoachAssignment> {
  return unwrap(
    api.POST('/api/institutions/{id}/coach-assignments', { params: { path: { id: institutionId } }, body }),
  );
}

export function changeAssignment(
  assignment: CoachAssignment,
  body: Schemas['UpdateCoachAssignmentDto'],
): Promise<CoachAssignment> {
  const path = { id: assignment.id };
  return unwrap(
    api.PATCH('/api/coach-assignments/{id}', { params: { path, header: ifMatch(assignment) }, body }),
  );
}

export function removeAssignment(assignment: CoachAssignment): Promise<unknown> {
  const path = { id: assignment.id };
  return unwrap(api.DELETE('/api/coach-assignments/{id}', { params: { path, header: ifMatch(assignment) } }));
}
