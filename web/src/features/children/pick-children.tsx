import { Button, Checkbox, SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import classes from './children.module.css';
import type { Child } from './queries';

const words = texts.children.pick;

interface PickChildrenProps {
  children: readonly Child[];
  picked: readonly string[];
  onPick: (ids: string[]) => void;
  error?: ReactNode;
}

/** Children to be ticked, all at once or one by one. */
export function PickChildren({ children, picked, onPick, error }: PickChildrenProps) {
  const all = picked.length === children.length;
  return (
    <Stack gap="xs">
      <Checkbox.Group label={words.children} value={[...picked]} onChange={onPick} error={error}>
        <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="sm" my="sm">
          {children.map(({ id, code }) => (
            <Checkbox
              key={id}
              size="md"
              value={id}
              label={<span className={classes.code}>{code}</span>}
              styles={{ body: { alignItems: 'center', minHeight: 32 } }}
            />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <div>
        <Button variant="subtle" ml={-12} onClick={() => onPick(all ? [] : children.map(({ id }) => id))}>
          {all ? words.none : words.all}
        </Button>
      </div>
    </Stack>
  );
}
