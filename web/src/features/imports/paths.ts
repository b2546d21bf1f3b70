import type { Session } from '../../api/types';
import { hasRole } from '../session/session';
import type { ImportKind } from './queries';

/** Where a file of this kind is chosen. */
export const startPath: Readonly<Record<ImportKind, string>> = {
  institutions: '/einrichtungen/import',
  groups: '/gruppen/import',
};

export const importPath = (id: string) => `/import/${id}`;

export const templatePath = (kind: ImportKind) => `/api/imports/${kind}/template.csv`;

export const wrongRowsPath = (id: string) => `/api/imports/${id}/wrong-rows.csv`;

/** Where the records are that a file of this kind becomes. */
export function listPath(kind: ImportKind, session: Session): string {
  return kind === 'groups' && hasRole(session, 'institution_lead') ? '/gruppen' : '/einrichtungen';
}
