import type { ImportRowChange } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatSchoolYear } from '../../ui/format';

const { common, terms, words } = texts;

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: words.kind,
  providerKind: terms.providerKind,
  legalRegime: terms.legalRegime,
  socialSituation: terms.socialSituation,
};

/** A stored or coming value in words. */
export function cellWords(field: string, value: ImportRowChange['old']): string {
  if (value === null || value === '') return texts.imports.rows.blank;
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  if (typeof value === 'number')
    return field === 'schoolYear' ? formatSchoolYear(value) : String(value).replace('.', ',');
  const catalogue = catalogues[field];
  return catalogue ? wordFor(catalogue, value) : value;
}
