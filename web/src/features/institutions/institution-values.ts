import type { Institution, InstitutionChange, NewInstitution } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import type { Versioned } from '../forms/conflict';
import { choiceOf } from './catalogue';

const { words, terms } = texts;

const TEXT_FIELDS = [
  'shortCode',
  'schoolNumber',
  'providerName',
  'street',
  'postalCode',
  'city',
  'contactName',
  'contactFunction',
  'phone',
  'email',
  'socialSituationSource',
  'familyCentreSince',
  'movementKitaSince',
  'plusKitaSince',
  'allDaySchoolSince',
] as const;

const NUMBER_FIELDS = [
  'latitude',
  'longitude',
  'socialIndex',
  'socialIndexYear',
  'socialSituationYear',
  'places',
  'staffCount',
] as const;

const FLAGS = ['familyCentre', 'movementKita', 'plusKita', 'allDaySchool'] as const;

/** The form of an institution: an empty text or choice is '', an empty number null. */
export interface InstitutionValues
  extends
    Versioned,
    Record<(typeof TEXT_FIELDS)[number], string>,
    Record<(typeof NUMBER_FIELDS)[number], number | null>,
    Record<(typeof FLAGS)[number], boolean> {
  /** The record's id from the first letter on, so that saving twice stores once. */
  id: string;
  municipalityId: string;
  districtId: string;
  /** What a changed district means: the house has moved on a day, or the old one was mistaken all along. */
  districtSince: 'day' | 'ever';
  /** The day of the move; '' is today. */
  districtFrom: string;
  kind: NewInstitution['kind'];
  name: string;
  providerKind: NewInstitution['providerKind'] | '';
  legalRegime: NonNullable<NewInstitution['legalRegime']>;
  /** '' takes the district's. */
  socialSituation: NonNullable<NewInstitution['socialSituation']> | '';
}

export function emptyInstitution(municipalityId: string): InstitutionValues {
  return {
    ...each(TEXT_FIELDS, () => ''),
    ...each(NUMBER_FIELDS, () => null),
    ...each(FLAGS, () => false),
    id: newId(),
    version: null,
    municipalityId,
    districtId: '',
    districtSince: 'day',
    districtFrom: '',
    kind: 'kita',
    name: '',
    providerKind: '',
    legalRegime: 'dsgvo',
    socialSituation: '',
  };
}

/** The form of a stored institution. */
export function institutionValues(stored: Institution): InstitutionValues {
  const { id, version, municipalityId, districtId, name } = stored;
  return {
    ...each(TEXT_FIELDS, (field) => stored[field] ?? ''),
    ...each(NUMBER_FIELDS, (field) => stored[field]),
    ...each(FLAGS, (field) => stored[field]),
    id,
    version,
    municipalityId,
    districtId,
    districtSince: 'day',
    districtFrom: '',
    name,
    kind: choiceOf(words.kind, stored.kind) ?? 'kita',
    providerKind: choiceOf(terms.providerKind, stored.providerKind) ?? '',
    legalRegime: choiceOf(terms.legalRegime, stored.legalRegime) ?? 'dsgvo',
    socialSituation: choiceOf(terms.socialSituation, stored.socialSituation) ?? '',
  };
}

/** What only the other kind has is emptied, and so is what explains a value that is not there. */
export function tidied(values: InstitutionValues): InstitutionValues {
  const emptied = [
    ...(values.kind === 'school' ? KITA_ONLY : SCHOOL_ONLY),
    ...(values.kind === 'kita' || values.socialIndex === null ? INDEX_ONLY : []),
    ...(values.socialSituation === '' ? SITUATION_ONLY : []),
    ...FLAGS.filter((flag) => !values[flag]).map((flag) => `${flag}Since` as const),
  ];
  const empty = emptyInstitution(values.municipalityId);
  return { ...values, ...Object.fromEntries(emptied.map((field) => [field, empty[field]])) };
}

const KITA_ONLY = [
  'familyCentre',
  'familyCentreSince',
  'movementKita',
  'movementKitaSince',
  'plusKita',
  'plusKitaSince',
] as const;
const SCHOOL_ONLY = ['schoolNumber', 'allDaySchool', 'allDaySchoolSince', 'socialIndex'] as const;
const INDEX_ONLY = ['socialIndexYear'] as const;
const SITUATION_ONLY = ['socialSituationSource', 'socialSituationYear'] as const;

/** What is sent: the interface takes null for empty. Nothing that the interface requires can be empty here. */
export function institutionBody(changes: Partial<InstitutionValues>): InstitutionChange {
  const { id: _i, version: _v, municipalityId: _m, districtSince: _s, districtFrom: _f, ...fields } = changes;
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, value === '' ? null : value]),
  );
}

/** The day that is sent with a changed district; null says that the one before was mistaken. */
export function districtDay(
  { districtId }: Partial<InstitutionValues>,
  { districtSince, districtFrom }: InstitutionValues,
): Pick<InstitutionChange, 'districtFrom'> {
  if (districtId === undefined || (districtSince === 'day' && districtFrom === '')) return {};
  return { districtFrom: districtSince === 'day' ? districtFrom : null };
}

function each<Field extends string, Value>(
  fields: readonly Field[],
  valueOf: (field: Field) => Value,
): Record<Field, Value> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<Field, Value>;
}
