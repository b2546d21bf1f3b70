import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import classes from './save-bar.module.css';

interface SaveBarProps {
  label: string;
  pending: boolean;
}

/** The main action of a long form: always in reach of the thumb on a phone. */
export function SaveBar({ label, pending }: SaveBarProps) {
  return (
    <div className={classes.bar}>
      <Button
        type="submit"
        className={classes.button}
        loading={pending}
        leftSection={<IconCheck size={24} aria-hidden />}
      >
        {label}
      </Button>
    </div>
  );
}
