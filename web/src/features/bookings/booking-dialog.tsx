import { Modal } from '@mantine/core';
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
  return (
    <Modal opened={move !== null} onClose={onClose} title={move && titleOf(move)} size="lg">
      {move && <BookingForm key={`${move.booking.id} ${move.to}`} {...move} onSaved={onClose} />}
    </Modal>
  );
}

function titleOf({ booking, to }: Move): string {
  const what = booking.moduleTitle;
  return booking.state === to ? words.editTitle(what) : words.dialogTitle[to](what);
}
