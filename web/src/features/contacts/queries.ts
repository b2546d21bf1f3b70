import { queryOptions } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Contact } from '../../api/types';
import { houseKey } from '../institutions/use-house-changed';

type Schemas = components['schemas'];

/** Whom to ask in a house beside its main contact. */
export function contactsQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...houseKey(institutionId), 'contacts'],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/institution-contacts', {
            params: { query: { institutionId, cursor, limit: MAX_LIMIT } },
          }),
        ),
      ),
  });
}

export function createContact(body: Schemas['CreateInstitutionContactDto']): Promise<Contact> {
  return unwrap(api.POST('/api/institution-contacts', { body }));
}

export function changeContact(
  { id, version }: { id: string; version: number },
  body: Schemas['UpdateInstitutionContactDto'],
): Promise<Contact> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/institution-contacts/{id}', { params, body }));
}

export function removeContact(contact: Contact): Promise<unknown> {
  const params = { path: { id: contact.id }, header: ifMatch(contact) };
  return unwrap(api.DELETE('/api/institution-contacts/{id}', { params }));
}
