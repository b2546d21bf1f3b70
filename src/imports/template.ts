import { csvText } from './file/csv-text.js';
import type { ImportField } from './reading/field.js';

/** An empty file for people to fill: German headers, one invented example. */
export function templateOf(fields: ImportField[]): string {
  return csvText([fields.map(({ header }) => header), fields.map(({ example }) => example)]);
}
