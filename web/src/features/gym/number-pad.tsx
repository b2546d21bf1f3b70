import { IconBackspace, IconPlusMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import classes from './number-pad.module.css';
import { DIGITS, needsComma, needsSign, type PadKey } from './typing';
import type { Limits } from './value-check';

const words = texts.gym.pad;

interface NumberPadProps {
  limits: Limits;
  onKey: (key: PadKey) => void;
  /** Beside the digits: what to do with the number. */
  children: ReactNode;
}

/** Digits for wet fingers. It never takes the focus from the field, so that a keyboard goes on working as well. */
export function NumberPad({ limits, onKey, children }: NumberPadProps) {
  return (
    <div className={classes.pad}>
      <div className={classes.keys} role="group" aria-label={words.label}>
        {DIGITS.slice(0, 9).map((digit) => (
          <Key key={digit} name="digit" onPress={() => onKey(digit)}>
            {digit}
          </Key>
        ))}
        {needsSign(limits) ? (
          <Key name="sign" label={words.sign} onPress={() => onKey('sign')}>
            <IconPlusMinus size={30} aria-hidden />
          </Key>
        ) : (
          <span />
        )}
        <Key name="digit" onPress={() => onKey('0')}>
          0
        </Key>
        {needsComma(limits) ? (
          <Key name="comma" label={words.comma} onPress={() => onKey('comma')}>
            ,
          </Key>
        ) : (
          <span />
        )}
      </div>
      <div className={classes.beside}>
        <Key name="back" label={words.back} onPress={() => onKey('back')}>
          <IconBackspace size={32} aria-hidden />
        </Key>
        {children}
      </div>
    </div>
  );
}

interface KeyProps {
  name: string;
  label?: string;
  onPress: () => void;
  children: ReactNode;
}

function Key({ name, label, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      className={classes.key}
      data-key={name}
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
