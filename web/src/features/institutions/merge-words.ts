import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { type DateString, formatDate } from '../../ui/format';
import type { InstitutionValues } from './institution-values';
import { describeField, fieldLabels } from './institution-words';
import type { MergeField } from './merge-requests';

/** The name of a field on the screen; the two numbers of a place go by the name they have together. */
export function fieldLabel(field: string): string {
  return field === 'latitude'
    ? texts.institutions.form.position
    : fieldLabels[field as keyof InstitutionValues];
}

/** What says nothing without its field is shown, and taken, with it. */
const COMPANIONS: Partial<Record<string, readonly MergeField[]>> = {
  latitude: ['longitude'],
  contactName: ['contactFunction'],
  familyCentre: ['familyCentreSince'],
  movementKita: ['movementKitaSince'],
  plusKita: ['plusKitaSince'],
  allDaySchool: ['allDaySchoolSince'],
  socialIndex: ['socialIndexYear'],
  socialSituation: ['socialSituationSource', 'socialSituationYear'],
};

/** A stored value in words, with what belongs to it. */
export function shownValue(institution: Institution, field: string): string {
  const values = [field, ...(COMPANIONS[field] ?? [])].map((name) => describe(institution, name));
  return values.filter((value) => value !== '').join(' · ') || texts.merging.empty;
}

function describe(institution: Institution, field: string): string {
  if (field === 'districtId') return institution.districtName;
  const value = institution[field as MergeField];
  if (value === null) return '';
  if (field.endsWith('Since')) return `${texts.merging.since} ${formatDate(value as DateString)}`;
  return describeField(
    field as keyof InstitutionValues,
    { [field]: value } as unknown as InstitutionValues,
    [],
  );
}
