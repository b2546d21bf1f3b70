import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { useBusy } from './use-busy';

export interface Submit {
  onSubmit: (event?: React.SyntheticEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** Why the last attempt failed; null while all is well. */
  problem: Problem | null;
}

/**
 * Sends a form. If the server refuses, what was typed stays, its sentences go to the fields they are about,
 * and the first wrong field gets the focus. While something is typed (`isBegun`), the page is not loaded anew by itself.
 */
export function useSubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
  isBegun = form.isDirty(),
): Submit {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useBusy(isBegun || pending);

  const attempt = async (values: Values) => {
    setPending(true);
    setProblem(null);
    try {
      await send(values);
    } catch (thrown) {
      const refused = asProblem(thrown);
      setProblem(refused);
      showFieldErrors(form, refused);
    } finally {
      setPending(false);
    }
  };

  const onSubmit = form.onSubmit(attempt, (errors) => focusFirst(form, Object.keys(errors)));
  return { onSubmit, pending, problem };
}

function showFieldErrors<Values extends object>(form: UseFormReturnType<Values>, problem: Problem): void {
  const known = problem.errors.filter(({ field }) => field in form.getValues());
  form.setErrors(Object.fromEntries(known.map(({ field, message }) => [field, message])));
  focusFirst(
    form,
    known.map(({ field }) => field),
  );
}

/** Focus after the errors are painted, in the order of the page rather than of the answer. */
function focusFirst<Values extends object>(form: UseFormReturnType<Values>, fields: string[]): void {
  window.setTimeout(() => {
    const nodes = fields
      .map((field) => form.getInputNode<HTMLElement, never>(field as never))
      .filter((node) => node !== null);
    const [first] = nodes.sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    first?.focus();
  });
}
