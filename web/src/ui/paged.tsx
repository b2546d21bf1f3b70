import { Box, Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../api/types';
import type { Asking } from '../device/kept';
import { texts } from '../texts/de';
import { formatInteger } from './format';
import { ErrorState, Skeletons } from './states';

/** Reads a list page by page; `items` holds everything loaded so far. */
export function usePages<T>(
  queryKey: readonly unknown[],
  load: (cursor: string | undefined, asking: Asking) => Promise<Page<T>>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, client, queryKey }) => load(pageParam, { client, queryKey }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    // The old list stays while the one for a new filter is on its way, instead of a flash of grey.
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}

interface PagedViewProps<T> {
  query: UseInfiniteQueryResult<T[]>;
  loading?: ReactNode;
  /** Shown if the list is empty. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** The four states of a list, and "Mehr laden" below it. */
export function PagedView<T>({ query, loading, empty, children }: PagedViewProps<T>) {
  if (query.data === undefined) {
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <>{loading ?? <Skeletons rows={6} />}</>;
  }
  if (query.data.length === 0) return <>{empty}</>;
  return (
    <Box opacity={query.isPlaceholderData ? 0.5 : 1} aria-busy={query.isPlaceholderData}>
      {children(query.data)}
      <LoadMore query={query} count={query.data.length} />
    </Box>
  );
}

function LoadMore<T>({ query, count }: { query: UseInfiniteQueryResult<T[]>; count: number }) {
  return (
    <Group justify="space-between" mt="md" className="no-print">
      <Text size="sm" c="dimmed" aria-live="polite">
        {texts.common.loadedCount(formatInteger(count), !query.hasNextPage)}
      </Text>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {texts.common.loadMore}
        </Button>
      )}
      {query.isFetchNextPageError && (
        <ErrorState error={query.error} onRetry={() => void query.fetchNextPage()} />
      )}
    </Group>
  );
}
