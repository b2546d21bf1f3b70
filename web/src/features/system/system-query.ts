import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => unwrap(api.GET('/api/system')),
});
