import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { ErrorState, Skeletons } from './states';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  /** Shown while loading for the first time; skeleton rows if not given. */
  loading?: ReactNode;
  /** Shown without an answer and without a copy; says that it needs the network if not given. */
  unreachable?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, error or the full view of one query. Stale data stays visible while it is read again. */
export function QueryView<T>({ query, loading, unreachable, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (unreachable && query.isError && asProblem(query.error).code === 'unreachable')
    return <>{unreachable}</>;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <Skeletons />}</>;
}
