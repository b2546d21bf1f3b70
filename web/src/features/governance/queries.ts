import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: () => unwrap(api.GET('/api/retention')),
});

export const startRetention = () => unwrap(api.POST('/api/retention/run'));

export const accountErasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', 'account', id],
    queryFn: () => unwrap(api.GET('/api/accounts/{id}/erasure', { params: { path: { id } } })),
    staleTime: 0,
  });

export const staffErasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', 'staff', id],
    queryFn: () => unwrap(api.GET('/api/staff-members/{id}/erasure', { params: { path: { id } } })),
    staleTime: 0,
  });
