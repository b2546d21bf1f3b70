import { Button, Group, Text, Title } from '@mantine/core';
import type { DroppableProvidedProps } from '@hello-pangea/dnd';
import { type ReactNode, type Ref, useId } from 'react';
import type { BookingState } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { usePages } from '../../ui/paged';
import { ErrorState, Skeletons } from '../../ui/states';
import classes from './board.module.css';
import { type BookingQuery, bookingsKey, readBookings } from './queries';

const words = texts.bookings;

/** Enough for a house; a coach's board goes on with "Mehr laden". */
const PAGE = 20;

/** Which bookings a column has: open ones whenever they are meant for, the others of a school year. */
export function useColumn(state: BookingState, filter: BookingQuery, schoolYear: number) {
  const isOpen = state === 'wished' || state === 'planned';
  // What is to come: soonest first. What was: latest first.
  const order = isOpen ? { sort: 'day' as const } : { schoolYear };
  const query = { ...filter, ...order, state, limit: PAGE };
  const pages = usePages([...bookingsKey, 'column', query], (cursor) => readBookings({ ...query, cursor }));
  const bookings = pages.data ?? [];
  /** How many there are, as far as that is known: "20+" while there are more to load. */
  const count = pages.data ? `${formatInteger(bookings.length)}${pages.hasNextPage ? '+' : ''}` : null;
  return { state, pages, bookings, count };
}

export type ColumnData = ReturnType<typeof useColumn>;

interface BoardColumnProps {
  column: ColumnData;
  children: ReactNode;
  listProps?: DroppableProvidedProps;
  listRef?: Ref<HTMLUListElement>;
  /** A card is held over it. */
  over?: boolean;
  /** The card that is held cannot go there. */
  closed?: boolean;
}

/** The frame of a column; loading, failed, empty or full. */
export function BoardColumn({ column, children, listProps, listRef, over, closed }: BoardColumnProps) {
  const id = useId();
  const { state, pages } = column;
  return (
    <section
      aria-labelledby={id}
      className={classes.column}
      data-over={over || undefined}
      data-closed={closed || undefined}
    >
      <ColumnHead id={id} column={column} />
      {pages.isError && pages.data === undefined && (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.isPending && <Skeletons rows={2} height={96} />}
      <ul ref={listRef} {...listProps} aria-labelledby={id} className={classes.list}>
        {children}
      </ul>
      {pages.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.columnEmpty[state]}
        </Text>
      )}
      {pages.hasNextPage && (
        <Button variant="default" fullWidth mt="sm" onClick={() => void pages.fetchNextPage()}>
          {texts.common.loadMore}
        </Button>
      )}
    </section>
  );
}

function ColumnHead({ id, column: { state, count } }: { id: string; column: ColumnData }) {
  return (
    <Group justify="space-between" gap="xs" mb="sm" wrap="nowrap">
      <Title order={2} fz="md" id={id}>
        {words.column[state]}
      </Title>
      {count !== null && (
        <Text size="sm" c="dimmed" className="numbers">
          {count}
        </Text>
      )}
    </Group>
  );
}
