import type { SheetRow } from './file/sheet.js';
import type { ImportField } from './reading/field.js';
import type { Outcome } from './reading/outcome.js';
import type { ImportColumn } from './reading/recognise.js';

export const IMPORT_KINDS = ['institutions', 'groups'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

export interface AnalysisOrder {
  municipalityId: string;
  columns: ImportColumn[];
  rows: SheetRow[];
  /** Keeps the records as they are until the transaction ends, because they are about to be written. */
  lock: boolean;
}

/** What differs between a file of institutions and one of groups. */
export interface ImportKind {
  readonly fields: ImportField[];
  readonly table: 'institutions' | 'groups';
  /** Word of the permission and of the audit trail. */
  readonly object: 'institution' | 'group';
  /** Properties of a record that an import writes. */
  readonly properties: string[];
  /** @throws Problem 404 where the person may not read files in */
  assertMay(municipalityId: string): Promise<void>;
  /** What would become of each row, as things stand. */
  analyse(order: AnalysisOrder): Promise<Outcome[]>;
  /** German half-sentence about the first thing built on a record that the import made; null if there is none. */
  findObstacle(importId: string): Promise<string | null>;
}
