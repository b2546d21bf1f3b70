import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** State of the own second factor. Not kept: whether the password is asked for changes with time. */
export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => unwrap(api.GET('/api/second-factor')),
  gcTime: 0,
});

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: () => unwrap(api.GET('/api/account')),
});

export const tokensQuery = queryOptions({
  queryKey: ['access-tokens'],
  queryFn: () => unwrap(api.GET('/api/access-tokens')),
});

/** What somebody can do who has forgotten the password. */
export const resetWaysQuery = queryOptions({
  queryKey: ['password-reset-ways'],
  queryFn: () => unwrap(api.GET('/api/password-reset')),
});
