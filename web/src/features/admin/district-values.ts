import type { components } from '../../api/schema';
import type { District } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import type { Versioned } from '../forms/conflict';
import { choiceOf } from '../institutions/catalogue';

type DistrictChange = components['schemas']['UpdateDistrictDto'];

/** The form of a district: an empty text or choice is '', an empty number null. */
export interface DistrictValues extends Versioned {
  id: string;
  name: string;
  socialSituation: NonNullable<DistrictChange['socialSituation']> | '';
  socialSituationSource: string;
  socialSituationYear: number | null;
  /** Since when a changed name holds: a day, or ever. */
  since: 'day' | 'ever';
  nameFrom: string;
}

export function districtValues(stored: District, today: string): DistrictValues {
  return {
    since: 'day',
    nameFrom: today,
    id: stored.id,
    version: stored.version,
    name: stored.name,
    socialSituation: choiceOf(texts.terms.socialSituation, stored.socialSituation) ?? '',
    socialSituationSource: stored.socialSituationSource ?? '',
    socialSituationYear: stored.socialSituationYear,
  };
}

/** Without a situation there is nothing to have a source or a year. */
export function tidiedDistrict(values: DistrictValues): DistrictValues {
  if (values.socialSituation !== '') return values;
  return { ...values, socialSituationSource: '', socialSituationYear: null };
}

/** What is sent: the interface takes null for empty. */
export function districtBody(changes: Partial<DistrictValues>): DistrictChange {
  const { id: _i, version: _v, since: _s, nameFrom: _n, socialSituation, ...rest } = changes;
  return { ...rest, ...(socialSituation !== undefined && { socialSituation: socialSituation || null }) };
}

export function describeDistrict(field: keyof DistrictValues, values: DistrictValues): string {
  const value = String(values[field] ?? '');
  return field === 'socialSituation' && value ? wordFor(texts.terms.socialSituation, value) : value;
}
