import { IconBackspace, IconPlusMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { KeyButton } from '../../ui/key-button';
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

/** Digits for wet fingers, beside the field that a keyboard types into. */
export function NumberPad({ limits, onKey, children }: NumberPadProps) {
  return (
    <div className={classes.pad}>
      <div className={classes.keys} role="group" aria-label={words.label}>
        {DIGITS.slice(0, 9).map((digit) => (
          <KeyButton key={digit} name="digit" onPress={() => onKey(digit)}>
            {digit}
          </KeyButton>
        ))}
        {needsSign(limits) ? (
          <KeyButton name="sign" quiet label={words.sign} onPress={() => onKey('sign')}>
            <IconPlusMinus size={30} aria-hidden />
          </KeyButton>
        ) : (
          <span />
        )}
        <KeyButton name="digit" onPress={() => onKey('0')}>
          0
        </KeyButton>
        {needsComma(limits) ? (
          <KeyButton name="comma" quiet label={words.comma} onPress={() => onKey('comma')}>
            ,
          </KeyButton>
        ) : (
          <span />
        )}
      </div>
      <div className={classes.beside}>
        <KeyButton name="back" quiet label={words.back} onPress={() => onKey('back')}>
          <IconBackspace size={32} aria-hidden />
        </KeyButton>
        {children}
      </div>
    </div>
  );
}
