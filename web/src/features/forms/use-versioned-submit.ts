import type { UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import { type Submit, useSubmit } from '../../ui/use-submit';
import { changedFields, pick } from './changed-fields';
import { compare, type Conflict, type Settled, settledOf, type Versioned, withoutVersion } from './conflict';

interface VersionedSubmitOptions<Values, Stored> {
  form: UseFormReturnType<Values>;
  /** The values the form started from, as they are stored; null for a new record. */
  base: Values | null;
  /** The form of the record that comes with a 412. */
  valuesOf: (stored: Stored) => Values;
  /** Sends the changed fields, with what was chosen if there were two versions; with neither there is nothing to do. */
  send: (changes: Partial<Values>, values: Values, settled: Settled | null) => Promise<unknown>;
  /** Last touch to the values before they are compared and sent. */
  tidy?: (values: Values) => Values;
}

export interface VersionedSubmit<Values> extends Submit {
  /** Set while the person has to choose between the own and the stored values. */
  conflict: Conflict<Values> | null;
  /** Goes on with the stored values in these fields and the own ones everywhere else. */
  resolve: (takeStored: readonly (keyof Values & string)[]) => void;
  /** Back to the form without a choice. */
  dismiss: () => void;
}

/** Sends a form with `If-Match`. If the record was changed meanwhile, nothing is overwritten and nothing typed is lost. */
export function useVersionedSubmit<Values extends Versioned, Stored>({
  form,
  base,
  valuesOf,
  send,
  tidy = (values) => values,
}: VersionedSubmitOptions<Values, Stored>): VersionedSubmit<Values> {
  const known = useRef(base);
  const settled = useRef<Settled | null>(null);
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);

  const attempt = async (typed: Values): Promise<void> => {
    const values = tidy(typed);
    const changes = known.current ? changedFields(known.current, values) : values;
    try {
      await send(withoutVersion(changes), values, settled.current);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status !== 412) throw thrown;
      setConflict(compare(values, known.current, valuesOf(problem.current as Stored)));
    }
  };
  const submit = useSubmit(form, attempt);

  const resolve = (takeStored: readonly (keyof Values & string)[]) => {
    if (!conflict) return;
    known.current = conflict.stored;
    settled.current = settledOf(conflict, takeStored);
    form.setValues({
      ...conflict.mine,
      ...pick(conflict.stored, takeStored),
      version: conflict.stored.version,
    });
    setConflict(null);
    submit.onSubmit();
  };

  return { ...submit, conflict, resolve, dismiss: () => setConflict(null) };
}
