import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { BookingForm } from './booking-form';

const words = texts.bookings;

export interface Move {
  booking: ModuleBooking;
  /** Where to; the same state to change what is said about it. */
  to: BookingState;
}

interface BookingDialogProps {
  /** Null: closed. */
  move: Move | null;
  onClose: () => void;
}

/** Asks for what a state needs, wherever the move began: a drop, the keyboard, a menu. */
export function BookingDialog({ move, onClose }: BookingDialogProps) {
  // While it closes it still says what it was about.
  const [last, setLast] = useState(move);
  if (move && move !== last) setLast(move);
  const shown = move ?? last;
  return (
    <Modal opened={move !== null} onClose={onClose} title={shown && titleOf(shown)} size="lg">
      {shown && <BookingForm key={`${shown.booking.id} ${shown.to}`} {...shown} onSaved={onClose} />}
    </Modal>
  );
}

function titleOf({ booking, to }: Move): string {
  const what = booking.moduleTitle;
  return booking.state === to ? words.editTitle(what) : words.dialogTitle[to](what);
}
