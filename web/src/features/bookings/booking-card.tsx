import { Badge, Text } from '@mantine/core';
import type { HTMLAttributes, Ref } from 'react';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { useSession } from '../session/session';
import classes from './board.module.css';
import { isOverdue, kindOf, outcomeOf, whenOf } from './booking-words';
import { MoveMenu } from './move-menu';

const words = texts.bookings;

export interface CardProps {
  booking: ModuleBooking;
  /** With its house's name, where cards of several houses stand together. */
  withHouse: boolean;
  onMove: (booking: ModuleBooking, to: BookingState) => void;
}

interface DraggedProps {
  /** What makes the words of the card a handle to drag it by; the buttons below stay buttons. */
  handle?: HTMLAttributes<HTMLElement> | null;
  frame?: HTMLAttributes<HTMLLIElement>;
  frameRef?: Ref<HTMLLIElement>;
  dragging?: boolean;
}

/** A chosen module on the board. */
export function BookingCard({ booking, withHouse, onMove, ...drag }: CardProps & DraggedProps) {
  const { handle, frame, frameRef, dragging } = drag;
  return (
    <li ref={frameRef} {...frame} className={classes.card} data-dragging={dragging || undefined}>
      <div {...handle} className={classes.words} data-grab={handle ? true : undefined}>
        <CardWords booking={booking} withHouse={withHouse} />
      </div>
      <div className={classes.actions}>
        {booking.editable && <MoveMenu booking={booking} onMove={onMove} />}
      </div>
    </li>
  );
}

function CardWords({ booking, withHouse }: Omit<CardProps, 'onMove'>) {
  const { today } = useSession();
  const outcome = outcomeOf(booking);
  return (
    <>
      <Text fw={600} size="sm" lh={1.3}>
        {booking.moduleTitle}
      </Text>
      {withHouse && <Text size="sm">{booking.institutionName}</Text>}
      <Text size="sm" c="dimmed">
        {kindOf(booking)}
      </Text>
      <Text size="sm" className="numbers" mt={4}>
        {whenOf(booking)}
      </Text>
      {isOverdue(booking, today) && (
        <Badge color="sonne" variant="light" mt={6}>
          {words.overdue}
        </Badge>
      )}
      {outcome !== '' && (
        <Text size="sm" className="numbers">
          {outcome}
        </Text>
      )}
      {booking.cancelReason !== null && <Text size="sm">{booking.cancelReason}</Text>}
      {booking.remarks !== null && (
        <Text size="sm" c="dimmed" mt={4} style={{ whiteSpace: 'pre-line' }}>
          {booking.remarks}
        </Text>
      )}
    </>
  );
}
