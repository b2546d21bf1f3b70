import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Child = Schemas['ChildDto'];
export type ChildChange = Schemas['UpdateChildDto'];
export type Sex = NonNullable<ChildChange['sex']>;
export type Transfer = Schemas['ChildTransferDto'];
export type NewTransfer = Schemas['NewChildTransferDto'];

export const childrenKey = ['children'];

/** Children of a house, or (null) of all houses that the person sees; by code. */
export function childrenQuery(institutionId: string | null, left = false) {
  return queryOptions({
    queryKey: [...childrenKey, 'list', institutionId, left],
    queryFn: () =>
      readAll((cursor) => {
        const query = { institutionId: institutionId ?? undefined, left, cursor, limit: MAX_LIMIT };
        return unwrap(api.GET('/api/children', { params: { query } }));
      }),
  });
}

export function createChildren(body: Schemas['CreateChildrenDto']): Promise<Schemas['ChildrenDto']> {
  return unwrap(api.POST('/api/children', { body }));
}

export function changeChild(child: Pick<Child, 'id' | 'version'>, body: ChildChange): Promise<Child> {
  const params = { path: { id: child.id }, header: ifMatch(child) };
  return unwrap(api.PATCH('/api/children/{id}', { params, body }));
}

export function changeChildren(body: Schemas['ChangeChildrenDto']): Promise<Schemas['ChildrenDto']> {
  return unwrap(api.PUT('/api/children', { body }));
}

export function removeChild(child: Child): Promise<unknown> {
  return unwrap(
    api.DELETE('/api/children/{id}', { params: { path: { id: child.id }, header: ifMatch(child) } }),
  );
}

export function createConsents(body: Schemas['CreateConsentsDto']): Promise<Schemas['ConsentsDto']> {
  return unwrap(api.POST('/api/consents', { body }));
}

export function changeConsent(
  consent: Schemas['ConsentDto'],
  givenOn: string,
): Promise<Schemas['ConsentDto']> {
  const params = { path: { id: consent.id }, header: ifMatch(consent) };
  return unwrap(api.PATCH('/api/consents/{id}', { params, body: { givenOn } }));
}

export function withdrawConsent(consent: Schemas['ConsentDto']): Promise<Schemas['WithdrawalDto']> {
  const params = { path: { id: consent.id }, header: ifMatch(consent) };
  return unwrap(api.POST('/api/consents/{id}/withdraw', { params }));
}

export function transfersQuery(institutionId: string) {
  return queryOptions({
    queryKey: [...childrenKey, 'transfers', institutionId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/child-transfers', { params: { query: { institutionId, cursor, limit: MAX_LIMIT } } }),
        ),
      ),
  });
}

export function createTransfers(
  body: Schemas['CreateChildTransfersDto'],
): Promise<Schemas['NewChildTransfersDto']> {
  return unwrap(api.POST('/api/child-transfers', { body }));
}

export function revokeTransfer(transfer: Transfer): Promise<unknown> {
  const params = { path: { id: transfer.id }, header: ifMatch(transfer) };
  return unwrap(api.DELETE('/api/child-transfers/{id}', { params }));
}

export function redeemTransfer(body: Schemas['RedeemChildTransferDto']): Promise<Child> {
  return unwrap(api.POST('/api/child-transfers/redeem', { body }));
}

/** Whether the parents have said yes, and not taken it back. */
export function hasConsent({ consent }: Child): boolean {
  return consent !== null && consent.withdrawnOn === null;
}

/** To be called after every change of children or consents: test days and results hang on them, too. */
export function useChildrenChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}
