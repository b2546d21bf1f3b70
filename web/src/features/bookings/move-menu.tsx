import { Button, Menu } from '@mantine/core';
import { IconArrowsMove } from '@tabler/icons-react';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { MOVES, stateOf } from './booking-values';
import { removeBooking, useProgrammeChanged } from './queries';

const words = texts.bookings;

interface MoveMenuProps {
  booking: ModuleBooking;
  onMove: (booking: ModuleBooking, to: BookingState) => void;
}

const look = { variant: 'subtle', size: 'compact-sm', mih: 36, px: 6 } as const;

/** Moving without dragging: the same steps as a plain menu; and changing what is said, or taking a wish back. */
export function MoveMenu({ booking, onMove }: MoveMenuProps) {
  const state = stateOf(booking);
  const what = booking.moduleTitle;
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            {...look}
            leftSection={<IconArrowsMove size={16} aria-hidden />}
            aria-label={words.moveLabel(what)}
          >
            {words.move}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MOVES[state].map((to) => (
            <Menu.Item key={to} h={44} onClick={() => onMove(booking, to)}>
              {words.moveTo[to]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button {...look} aria-label={words.editLabel(what)} onClick={() => onMove(booking, state)}>
        {words.edit}
      </Button>
      {state === 'wished' && <TakeBack booking={booking} />}
    </>
  );
}

function TakeBack({ booking }: Pick<MoveMenuProps, 'booking'>) {
  const changed = useProgrammeChanged(booking.institutionId);
  const what = booking.moduleTitle;
  return (
    <ConfirmButton
      label={texts.common.remove}
      ariaLabel={words.takeLabel(what)}
      question={words.takeQuestion}
      text={words.takeText(what)}
      confirmLabel={words.take}
      onConfirm={() =>
        removeBooking(booking)
          .then(changed)
          .then(() => announce(words.taken(what)))
      }
      {...look}
    />
  );
}
