import { onlineManager, QueryClient } from '@tanstack/react-query';
import { network } from '../device/network';
import { asProblem } from './problem';

const MAX_RETRIES = 2;

/** Cache of what was read. An answer 4xx stays the same when asked again, so only passing trouble is retried. */
export function createQueryClient(): QueryClient {
  onlineManager.setEventListener((setOnline) =>
    network.subscribe(() => {
      setOnline(network.getSnapshot());
    }),
  );
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < MAX_RETRIES && helpsToRetry(error),
        retryDelay: (attempt, error) => (asProblem(error).retryAfter ?? 2 ** attempt) * 1000,
        // Without network a query fails at once and says so, instead of showing a skeleton for ever;
        // as soon as the server answers again, all that is on the screen is read anew.
        networkMode: 'always',
        refetchOnReconnect: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function helpsToRetry(error: Error): boolean {
  const { passes, code } = asProblem(error);
  return passes && code !== 'unreachable';
}
