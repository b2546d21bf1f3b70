import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import type { InstitutionValues } from './institution-values';
import { describeField, fieldLabels } from './institution-words';
import type { MergeField } from './merge-requests';

/** The name of a field on the screen. */
export function fieldLabel(field: string): string {
  return fieldLabels[field as keyof InstitutionValues];
}

/** A stored value in words. */
export function shownValue(institution: Institution, field: string): string {
  if (field === 'districtId') return institution.districtName;
  const value = institution[field as MergeField];
  if (value === null) return texts.merging.empty;
  const shown = describeField(
    field as keyof InstitutionValues,
    { [field]: value } as unknown as InstitutionValues,
    [],
  );
  return shown || texts.merging.empty;
}
