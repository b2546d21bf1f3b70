import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Import } from '../../api/types';
import { institutionsKey } from '../institutions/queries';

export type ImportKind = 'institutions' | 'groups';
export type Outcome = keyof Import['totals'];

export const OUTCOMES: readonly Outcome[] = ['new', 'changed', 'unchanged', 'wrong'];

/** While the server writes, the page asks again, in ms. */
const WATCH_INTERVAL = 1000;

export const importsKey = ['imports'];

/** The kind of a stored import; the server knows no others. */
export function kindOf({ kind }: Import): ImportKind {
  return kind === 'groups' ? 'groups' : 'institutions';
}

export function readImports(kind: ImportKind, cursor: string | undefined) {
  return unwrap(api.GET('/api/imports', { params: { query: { kind, cursor, limit: 10 } } }));
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: () => unwrap(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'committing' ? WATCH_INTERVAL : false),
  });
}

/** Part of the key is the version: a renewed preview is another list. */
export const previewKey = ({ id, version }: Import, filter: Outcome) => [
  'import',
  id,
  'preview',
  version,
  filter,
];

export function readPreview({ id }: Import, filter: Outcome, cursor: string | undefined) {
  return unwrap(
    api.GET('/api/imports/{id}/preview', {
      params: { path: { id }, query: { filter, cursor, limit: 50 } },
    }),
  );
}

export function columnsQuery(kind: ImportKind) {
  return queryOptions({
    queryKey: ['import-columns', kind],
    queryFn: () => unwrap(api.GET('/api/imports/columns', { params: { query: { kind } } })),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
}

/** Assigns the columns; `fields` in the order of the columns, null for "not read". */
export function assignColumns(stored: Import, fields: (string | null)[]): Promise<Import> {
  return unwrap(
    api.PUT('/api/imports/{id}/mapping', {
      params: { path: { id: stored.id }, header: ifMatch(stored) },
      body: { fields },
    }),
  );
}

/** Shows the stored state of an import at once, wherever it stands. */
export function useImportStored(): (stored: Import) => void {
  const queries = useQueryClient();
  return (stored) => {
    queries.setQueryData(importQuery(stored.id).queryKey, stored);
    void queries.invalidateQueries({ queryKey: importsKey });
  };
}

/** Reads the import again after a refusal: what is stored may be newer than what is shown. */
function useReadAgain() {
  const queries = useQueryClient();
  return (id: string) => queries.invalidateQueries({ queryKey: ['import', id], exact: true });
}

function useWritten() {
  const queries = useQueryClient();
  const stored = useImportStored();
  return (written: Import) => {
    stored(written);
    for (const queryKey of [institutionsKey, ['institution'], ['groups'], ['overview']]) {
      void queries.invalidateQueries({ queryKey });
    }
  };
}

/** Writes what the preview shows. */
export function useCommit(stored: Import) {
  const written = useWritten();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (onlyGood: boolean) =>
      unwrap(
        api.POST('/api/imports/{id}/commit', {
          params: { path: { id: stored.id }, header: ifMatch(stored) },
          body: { onlyGood },
        }),
      ),
    onSuccess: written,
    onError: () => readAgain(stored.id),
  });
}

/** Takes back what the import wrote. */
export function useUndo({ id }: Import) {
  const written = useWritten();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/imports/{id}/undo', { params: { path: { id } } })),
    onSuccess: written,
    onError: () => readAgain(id),
  });
}
