import type { ReactNode } from 'react';
import classes from './key-button.module.css';

interface KeyButtonProps {
  /** By which the pad places it. */
  name: string;
  label?: string;
  /** No digit: stands back a little. */
  quiet?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A key of a pad for wet fingers, as large as the pad says. A tap never takes the focus, so that a keyboard goes on working as well. */
export function KeyButton({
  name,
  label,
  quiet = false,
  disabled = false,
  onPress,
  children,
}: KeyButtonProps) {
  return (
    <button
      type="button"
      className={classes.key}
      data-key={name}
      data-quiet={quiet || undefined}
      aria-label={label}
      disabled={disabled}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
