import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../api/problem';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { useOwnDraft } from '../session/use-own-draft';
import { assigned, fieldsOf, isSameMapping, type Mapping, mappingOf } from './mapping';
import { assignColumns, importQuery, useImportStored } from './queries';

const CHANGED_MEANWHILE = 412;

/** The columns' assignment on its way: survives a reload until it is taken over. */
export function useMapping(stored: Import) {
  const queries = useQueryClient();
  const showStored = useImportStored();
  const draft = useOwnDraft<Mapping>(`import:${stored.id}`, mappingOf(stored));
  const [mapping, setMapping] = useState(draft.value);
  const change = (next: Mapping) => {
    setMapping(next);
    draft.save(next);
  };
  const save = useMutation({
    mutationFn: () => assignColumns(stored, fieldsOf(mapping, stored)),
    onSuccess: (saved) => {
      draft.clear();
      showStored(saved);
      announce(texts.imports.mapping.saved);
    },
    onError: (error) => {
      // Another window was faster; what was chosen here stays and can be taken over on top of it.
      if (asProblem(error).status === CHANGED_MEANWHILE) {
        void queries.invalidateQueries({ queryKey: importQuery(stored.id).queryKey });
      }
    },
  });
  return {
    mapping,
    changed: !isSameMapping(mapping, mappingOf(stored)),
    assign: (column: string, field: string) => change(assigned(mapping, column, field)),
    discard: () => {
      setMapping(mappingOf(stored));
      draft.clear();
    },
    save: () => save.mutate(),
    pending: save.isPending,
    problem: save.isError ? asProblem(save.error) : null,
  };
}
