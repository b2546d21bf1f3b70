import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { CoachContact, CoachContactChange, NewCoachContact } from '../../api/types';
import type { paths } from '../../api/schema';
import { deskKey } from '../bookings/queries';
import { houseKey } from '../institutions/use-house-changed';

export type AdviceQuery = NonNullable<paths['/api/coach-contacts']['get']['parameters']['query']>;

/** What a coach begins the day with. */
export const deskQuery = queryOptions({
  queryKey: deskKey,
  queryFn: () => unwrap(api.GET('/api/coach-desk')),
});

export function adviceKey(institutionId: string): readonly string[] {
  return [...houseKey(institutionId), 'advice'];
}

export function readAdvice(institutionId: string, cursor: string | undefined, limit: number) {
  return unwrap(api.GET('/api/coach-contacts', { params: { query: { institutionId, cursor, limit } } }));
}

/** One page of the contacts of many houses, the latest first. */
export function listAdvice(query: AdviceQuery) {
  return unwrap(api.GET('/api/coach-contacts', { params: { query } }));
}

export function readContact(id: string): Promise<CoachContact> {
  return unwrap(api.GET('/api/coach-contacts/{id}', { params: { path: { id } } }));
}

export function createAdvice(body: NewCoachContact): Promise<CoachContact> {
  return unwrap(api.POST('/api/coach-contacts', { body }));
}

export function changeAdvice(
  { id, version }: { id: string; version: number },
  body: CoachContactChange,
): Promise<CoachContact> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/coach-contacts/{id}', { params, body }));
}

export function removeAdvice(contact: CoachContact): Promise<unknown> {
  const params = { path: { id: contact.id }, header: ifMatch(contact) };
  return unwrap(api.DELETE('/api/coach-contacts/{id}', { params }));
}
