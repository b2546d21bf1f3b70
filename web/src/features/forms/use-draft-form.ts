import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useOwnDraft } from '../session/use-own-draft';
import { changedFields } from './changed-fields';

export interface DraftForm<Values extends object> {
  /** The values without any draft, as they were when the form opened. */
  start: Values;
  form: UseFormReturnType<Values>;
  /** True if something typed earlier was found that differs from the start. */
  restored: boolean;
  /** Back to the start; the draft is forgotten. */
  discard: () => void;
  /** To be called once the form is stored for good. */
  forget: () => void;
}

/** A form whose content survives reload, sign-out and a server error. `key` names the draft. */
export function useDraftForm<Values extends object>(
  key: string,
  initial: Values,
  validate?: UseFormInput<Values>['validate'],
): DraftForm<Values> {
  const [start] = useState(initial);
  const draft = useOwnDraft(key, start);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: draft.value,
    onValuesChange: draft.save,
    ...(validate && { validate }),
  });
  const discard = () => {
    form.setValues(start);
    form.clearErrors();
    draft.clear();
  };
  const restored = draft.restored && Object.keys(changedFields(start, draft.value)).length > 0;
  return { start, form, restored, discard, forget: draft.clear };
}
