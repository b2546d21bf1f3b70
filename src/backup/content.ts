import { damaged } from './refusal.js';
import type { TableSum } from './copy-out.js';

/** First frame of a backup: what it is. */
export interface BackupHead {
  /** Everything, or the journal of erasures alone. */
  scope: 'all' | 'journal';
  /** Version of the product that took it. */
  product: string;
  /** ISO 8601, with the seconds' fractions. */
  takenAt: string;
  /** Version of PostgreSQL. */
  server: string;
  /** Names of the migrations that had been applied, in their order. */
  schema: string[];
}

export interface TableHead {
  schema: string;
  name: string;
  columns: string[];
}

/** Last frame: what must have been there. */
export interface Manifest {
  tables: Record<string, TableSum>;
}

/** The frame is authentic, so only a mistake of the program that wrote it makes it another one. */
export function isHead(content: unknown): content is BackupHead {
  const { scope, schema, product } = (content ?? {}) as Partial<BackupHead>;
  return (scope === 'all' || scope === 'journal') && areNames(schema) && typeof product === 'string';
}

export function isTableHead(content: unknown): content is TableHead {
  const { schema, name, columns } = (content ?? {}) as Partial<TableHead>;
  return typeof schema === 'string' && typeof name === 'string' && areNames(columns);
}

export function isManifest(content: unknown): content is Manifest {
  return typeof (content as Partial<Manifest> | null)?.tables === 'object';
}

/** @throws Refusal unless the content is what stands at this place in every backup */
export function expectContent<T>(content: unknown, is: (content: unknown) => content is T): T {
  if (is(content)) return content;
  throw damaged('has a content that makes no sense');
}

function areNames(names: unknown): names is string[] {
  return Array.isArray(names) && names.every((name) => typeof name === 'string');
}
