import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, Skeletons } from './states';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  /** Shown while loading for the first time; skeleton rows if not given. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, error or the full view of one query. Stale data stays visible while it is read again. */
export function QueryView<T>({ query, loading, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <Skeletons />}</>;
}
