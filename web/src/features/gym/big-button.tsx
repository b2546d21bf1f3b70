import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './big-button.module.css';

interface BigButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> {
  /** `main` is the one thing to do now; `quiet` stands back. */
  look?: 'main' | 'plain' | 'quiet' | 'warm';
  icon?: ReactNode;
}

/** A button for wet hands: at least 64 px high, words in large letters. */
export function BigButton({ look = 'plain', icon, children, ...button }: BigButtonProps) {
  return (
    <button type="button" className={classes.button} data-look={look} {...button}>
      {icon}
      <span>{children}</span>
    </button>
  );
}
