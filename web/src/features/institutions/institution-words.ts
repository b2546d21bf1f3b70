import type { District } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import type { InstitutionValues } from './institution-values';

const { form, detail } = texts.institutions;
const { common, terms, words } = texts;

/** The name of each field on the screen. */
export const fieldLabels: Readonly<Record<keyof InstitutionValues, string>> = {
  ...form,
  ...detail,
  id: '',
  version: '',
  districtId: form.district,
  municipalityId: form.municipality,
  socialSituationSource: form.source,
  socialSituationYear: form.year,
  socialIndexYear: form.indexYear,
};

const catalogues: Partial<Record<keyof InstitutionValues, Readonly<Record<string, string>>>> = {
  kind: words.kind,
  providerKind: terms.providerKind,
  legalRegime: terms.legalRegime,
  socialSituation: terms.socialSituation,
};

/** A value of the form in words; '' if it is empty. */
export function describeField(
  field: keyof InstitutionValues,
  values: InstitutionValues,
  districts: readonly District[],
): string {
  const value = values[field];
  if (field === 'districtId') return districts.find(({ id }) => id === value)?.name ?? '';
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  if (typeof value === 'number') return String(value).replace('.', ',');
  const catalogue = catalogues[field];
  return catalogue && value ? wordFor(catalogue, value) : (value ?? '');
}
