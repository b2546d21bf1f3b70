import { Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { PublishedCell } from '../../api/types';
import { texts } from '../../texts/de';
import { reasonInWords } from './cells';
import classes from './hidden-mark.module.css';

const words = texts.motorSkills;

/** A dot in place of a number; says why at a touch, at a pointer and at the keyboard's focus. */
export function HiddenMark({ cell }: { cell: PublishedCell }) {
  const [open, setOpen] = useState(false);
  const reason = words.hiddenLabel(reasonInWords(cell));
  return (
    <Tooltip label={reason} opened={open} multiline maw={280} withArrow withinPortal={false}>
      <UnstyledButton
        className={classes.mark}
        aria-label={reason}
        // Some browsers do not focus a button that is touched.
        onClick={(event) => {
          event.currentTarget.focus();
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onMouseEnter={() => setOpen(true)}
        onMouseLeave={() => setOpen(false)}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        {words.hidden}
      </UnstyledButton>
    </Tooltip>
  );
}
