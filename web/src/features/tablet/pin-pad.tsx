import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { KeyButton } from '../../ui/key-button';
import classes from './pin-pad.module.css';
import { PIN_DIGITS, PIN_LENGTH, type PinKey, pinKeyOf } from './unlocking';

const words = texts.tabletLock.pin;

interface PinPadProps {
  /** How many digits are typed; which ones they are stands nowhere in the page. */
  typed: number;
  disabled: boolean;
  onKey: (key: PinKey) => void;
}

/**
 * Digits for wet fingers. No text field, on purpose: browsers offer to keep what is typed into one, and a tablet that is shared must
 * not even ask. A keyboard works as well.
 */
export function PinPad({ typed, disabled, onKey }: PinPadProps) {
  useKeyboard(disabled ? null : onKey);
  return (
    <div className={classes.pad}>
      <div className={classes.dots} role="status" aria-label={words.typed(typed)}>
        {Array.from({ length: PIN_LENGTH }, (_, place) => (
          <span key={place} className={classes.dot} data-filled={place < typed || undefined} aria-hidden />
        ))}
      </div>
      <div className={classes.keys} role="group" aria-label={words.label}>
        {PIN_DIGITS.map((digit) => (
          <KeyButton key={digit} name={digit} disabled={disabled} onPress={() => onKey(digit)}>
            {digit}
          </KeyButton>
        ))}
        <KeyButton name="back" quiet label={words.back} disabled={disabled} onPress={() => onKey('back')}>
          <IconBackspace size={34} aria-hidden />
        </KeyButton>
      </div>
    </div>
  );
}

function useKeyboard(onKey: ((key: PinKey) => void) | null): void {
  const press = useRef(onKey);
  useEffect(() => {
    press.current = onKey;
  });
  useEffect(() => {
    const hear = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const pinKey = repeat || ctrlKey || metaKey || altKey ? null : pinKeyOf(key);
      if (pinKey) press.current?.(pinKey);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
