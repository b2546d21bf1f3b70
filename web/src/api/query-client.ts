import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

const MAX_RETRIES = 2;

/** Cache of what was read. An answer 4xx stays the same when asked again, so only passing trouble is retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < MAX_RETRIES && asProblem(error).passes,
        retryDelay: (attempt, error) => (asProblem(error).retryAfter ?? 2 ** attempt) * 1000,
        // Without network a query fails at once and says so, instead of showing a skeleton for ever.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
