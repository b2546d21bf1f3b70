import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import classes from './children.module.css';
import { MonthField } from './month-field';
import { changeChild, type Child, type ChildChange, childrenKey, type Sex } from './queries';

const words = texts.children;
const SEXES = Object.entries(words.sexes).map(([value, label]) => ({ value, label }));

/** What is known of a child, to be typed in: each answer is saved as soon as it is given. */
export function ChildFacts({ child }: { child: Child }) {
  const change = useSavedAtOnce(child);
  return (
    <div className={classes.facts}>
      <MonthField
        aria-label={words.birthMonthOf(child.code)}
        value={child.birthMonth}
        onMonth={(birthMonth) => void change({ birthMonth })}
      />
      <NativeSelect
        aria-label={words.sexOf(child.code)}
        data={[{ value: '', label: words.sexMissing }, ...SEXES]}
        value={child.sex ?? ''}
        onChange={({ currentTarget }) => void change({ sex: sexOf(currentTarget.value) })}
      />
    </div>
  );
}

export function sexOf(value: string): Sex | null {
  return value === '' ? null : (value as Sex);
}

/** Sends one change after the other, each made from the answer to the one before. */
function useSavedAtOnce(child: Child): (change: ChildChange) => Promise<void> {
  const queries = useQueryClient();
  const latest = useRef(child);
  const [chain] = useState(() => ({ last: Promise.resolve() }));
  useEffect(() => {
    if (child.version >= latest.current.version) latest.current = child;
  }, [child]);
  const send = async (change: ChildChange) => {
    try {
      const saved = await changeChild(latest.current, change);
      latest.current = saved;
      queries.setQueriesData<Child[]>({ queryKey: [...childrenKey, 'list'] }, (all) =>
        all?.map((one) => (one.id === saved.id ? saved : one)),
      );
      announce(words.facts.saved(saved.code));
    } catch (error) {
      announceProblem(error);
      await queries.invalidateQueries({ queryKey: childrenKey });
    }
  };
  return (change) => (chain.last = chain.last.then(() => send(change)));
}
