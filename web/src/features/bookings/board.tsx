import { SegmentedControl, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { useIsPhone } from '../../ui/use-is-phone';
import classes from './board.module.css';
import { BoardColumn, type ColumnData, useColumn } from './board-column';
import { BookingCard, type CardProps } from './booking-card';
import { BookingDialog, type Move } from './booking-dialog';
import type { BookingQuery } from './queries';

const words = texts.bookings;

/** Dragging costs a few dozen kilobytes that only a board needs; until they are here, the menu on each card does the same. */
const DragColumns = lazy(async () => ({ default: (await import('./drag-columns')).DragColumns }));

interface BoardProps {
  filter: BookingQuery;
  schoolYear: number;
  withHouse: boolean;
}

/** Gewünscht, geplant, durchgeführt, ausgefallen: beside each other, on a phone one at a time. */
export function Board({ filter, schoolYear, withHouse }: BoardProps) {
  const [move, setMove] = useState<Move | null>(null);
  const columns = [
    useColumn('wished', filter, schoolYear),
    useColumn('planned', filter, schoolYear),
    useColumn('delivered', filter, schoolYear),
    useColumn('cancelled', filter, schoolYear),
  ];
  const onMove = (booking: ModuleBooking, to: BookingState) => setMove({ booking, to });
  const shared = { columns, withHouse, onMove };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {words.openSince}
      </Text>
      {useIsPhone() ? (
        <OneColumn {...shared} />
      ) : (
        <Suspense fallback={<PlainColumns {...shared} />}>
          <DragColumns {...shared} />
        </Suspense>
      )}
      <BookingDialog move={move} onClose={() => setMove(null)} />
    </>
  );
}

interface ColumnsProps extends Omit<CardProps, 'booking'> {
  columns: readonly ColumnData[];
}

function PlainColumns(props: ColumnsProps) {
  return (
    <div className={classes.columns}>
      {props.columns.map((column) => (
        <PlainColumn key={column.state} {...props} column={column} />
      ))}
    </div>
  );
}

function PlainColumn({ column, withHouse, onMove }: Omit<ColumnsProps, 'columns'> & { column: ColumnData }) {
  return (
    <BoardColumn column={column}>
      {column.bookings.map((booking) => (
        <BookingCard key={booking.id} booking={booking} withHouse={withHouse} onMove={onMove} />
      ))}
    </BoardColumn>
  );
}

const COLUMN_PARAM = 'spalte';

function OneColumn(props: ColumnsProps) {
  const address = useAddress();
  const chosen = address.get(COLUMN_PARAM);
  const column = props.columns.find(({ state }) => state === chosen) ?? props.columns[0];
  return (
    <div>
      <SegmentedControl
        orientation="vertical"
        fullWidth
        size="md"
        mb="md"
        aria-label={words.state}
        value={column?.state ?? 'wished'}
        onChange={(state) => address.set({ [COLUMN_PARAM]: state }, { replace: true })}
        data={props.columns.map(({ state, count }) => ({
          value: state,
          label: count === null ? words.column[state] : `${words.column[state]} (${count})`,
        }))}
      />
      {column && <PlainColumn {...props} column={column} />}
    </div>
  );
}
