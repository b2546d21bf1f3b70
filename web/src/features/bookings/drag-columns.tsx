import {
  type Announce,
  DragDropContext,
  Draggable,
  type DraggableLocation,
  Droppable,
  type ResponderProvided,
} from '@hello-pangea/dnd';
import { useState } from 'react';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import classes from './board.module.css';
import { BoardColumn, type ColumnData } from './board-column';
import { BookingCard, type CardProps } from './booking-card';
import { MOVES } from './booking-values';

const words = texts.bookings;

interface DragColumnsProps extends Omit<CardProps, 'booking'> {
  columns: readonly ColumnData[];
}

/** The columns with cards that can be dragged, by mouse, finger or keyboard; spoken to screen readers in German. */
export function DragColumns({ columns, withHouse, onMove }: DragColumnsProps) {
  const [from, setFrom] = useState<BookingState | null>(null);
  const bookings = columns.flatMap((column) => column.bookings);
  const find = (id: string): ModuleBooking | undefined => bookings.find((one) => one.id === id);
  const titleOf = (id: string): string => find(id)?.moduleTitle ?? '';
  const stateAt = (place: DraggableLocation | null | undefined): BookingState | undefined =>
    columns.find(({ state }) => state === place?.droppableId)?.state;
  const tell = (announce: Announce, id: string, say: keyof typeof spoken, at?: BookingState) =>
    announce(spoken[say](titleOf(id), at));
  return (
    <DragDropContext
      dragHandleUsageInstructions={words.drag.instructions}
      onDragStart={({ draggableId, source }, { announce }: ResponderProvided) => {
        setFrom(stateAt(source) ?? null);
        tell(announce, draggableId, 'start', stateAt(source));
      }}
      onDragUpdate={({ draggableId, destination }, { announce }) =>
        tell(announce, draggableId, 'over', stateAt(destination))
      }
      onDragEnd={({ draggableId, source, destination }, { announce }) => {
        setFrom(null);
        const [booking, to] = [find(draggableId), stateAt(destination)];
        const moved = booking && to && to !== stateAt(source);
        tell(announce, draggableId, moved ? 'drop' : 'cancel', to);
        if (moved) onMove(booking, to);
      }}
    >
      <div className={classes.columns}>
        {columns.map((column) => (
          <DragColumn
            key={column.state}
            column={column}
            closed={from !== null && from !== column.state && !MOVES[from].includes(column.state)}
            withHouse={withHouse}
            onMove={onMove}
          />
        ))}
      </div>
    </DragDropContext>
  );
}

const spoken = {
  start: (what: string, at?: BookingState) => words.drag.start(what, nameOf(at)),
  over: (what: string, at?: BookingState) =>
    at === undefined ? words.drag.nowhere(what) : words.drag.over(what, nameOf(at)),
  drop: (what: string, at?: BookingState) => words.drag.drop(what, nameOf(at)),
  cancel: (what: string) => words.drag.cancel(what),
};

const nameOf = (state: BookingState | undefined): string => (state ? words.column[state] : '');

interface DragColumnProps extends Omit<CardProps, 'booking'> {
  column: ColumnData;
  closed: boolean;
}

function DragColumn({ column, closed, withHouse, onMove }: DragColumnProps) {
  return (
    <Droppable droppableId={column.state} isDropDisabled={closed}>
      {(drop, { isDraggingOver }) => (
        <BoardColumn
          column={column}
          listRef={drop.innerRef}
          listProps={drop.droppableProps}
          over={isDraggingOver}
          closed={closed}
        >
          {column.bookings.map((booking, index) => (
            <Draggable
              key={booking.id}
              draggableId={booking.id}
              index={index}
              isDragDisabled={!booking.editable}
            >
              {(drag, { isDragging }) => (
                <BookingCard
                  booking={booking}
                  withHouse={withHouse}
                  onMove={onMove}
                  handle={drag.dragHandleProps}
                  frame={drag.draggableProps}
                  frameRef={drag.innerRef}
                  dragging={isDragging}
                />
              )}
            </Draggable>
          ))}
          {drop.placeholder}
        </BoardColumn>
      )}
    </Droppable>
  );
}
