import type { InstitutionKind, ProviderKind, SocialSituation } from '../institutions/vocabulary.js';
import { calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import { DISTRICT_PLANS, INVENTED } from './city.js';
import type { DistrictPlan } from './city.js';
import type { DistrictRow, InstitutionRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import { invalidEmail } from './people-names.js';
import { PROVIDERS } from './providers.js';
import type { Random, Weighted } from './random.js';
import { SIGN_INS } from './sign-ins.js';
import { EXAMPLE_GROUPS, KITA_NAMES, SCHOOL_NAMES, STREETS } from './words-places.js';

/** Usual sizes, from which the number of places follows. */
export const CHILDREN_PER_KITA_GROUP = 22;
export const CHILDREN_PER_CLASS = 25;

interface Plot {
  plan: DistrictPlan;
  district: DistrictRow;
  kind: InstitutionKind;
  /** 0 is the first house of its kind. */
  index: number;
  providerKind: ProviderKind;
}

const KITA_GROUPS: Weighted<number> = [
  [2, 20],
  [3, 48],
  [4, 24],
  [5, 8],
];
/** Primary schools have two or three classes a year. */
const CLASSES: Weighted<number> = [
  [8, 75],
  [12, 25],
];
const KITA_SITUATIONS: Readonly<Record<SocialSituation, Weighted<SocialSituation | null>>> = {
  low: [
    ['low', 5],
    ['medium', 2],
    [null, 3],
  ],
  medium: [
    ['low', 2],
    ['medium', 4],
    ['high', 2],
    [null, 3],
  ],
  high: [
    ['medium', 2],
    ['high', 5],
    [null, 3],
  ],
};
const SOCIAL_INDEX: Readonly<Record<SocialSituation, readonly [number, number]>> = {
  low: [2, 5],
  medium: [4, 7],
  high: [6, 9],
};

/** 66 Kitas, then 21 primary schools; the first Kita is the example house in which the demo's educator works. */
export function makeInstitutions(
  random: Random,
  districts: readonly DistrictRow[],
  origin: Origin,
): InstitutionRow[] {
  const plots = [...kitaPlots(random, districts), ...schoolPlots(districts)];
  return plots.map((plot) => makeInstitution(random.branch(`${plot.kind} ${plot.index}`), plot, origin));
}

function kitaPlots(random: Random, districts: readonly DistrictRow[]): Plot[] {
  const kinds = Object.entries(PROVIDERS) as [ProviderKind, { kitas: number }][];
  const deck = kinds.flatMap(([kind, { kitas }]) => new Array<ProviderKind>(kitas).fill(kind));
  const [example = 'municipal', ...others] = deck;
  const dealt = [example, ...random.shuffled(others)];
  return plotsOf('kita', districts, (index) => dealt[index] ?? example);
}

/** All municipal but one: that is usual, and the one keeps the filter interesting. */
function schoolPlots(districts: readonly DistrictRow[]): Plot[] {
  const last = SCHOOL_NAMES.length - 1;
  return plotsOf('school', districts, (index) => (index === last ? 'other_nonprofit' : 'municipal'));
}

function plotsOf(
  kind: InstitutionKind,
  districts: readonly DistrictRow[],
  providerOf: (index: number) => ProviderKind,
): Plot[] {
  const places = DISTRICT_PLANS.flatMap((plan) => {
    const district = districts.find(({ name }) => name === plan.name);
    if (!district) throw new RangeError(`no district ${plan.name}`);
    return new Array<Pick<Plot, 'plan' | 'district'>>(kind === 'kita' ? plan.kitas : plan.schools).fill({
      plan,
      district,
    });
  });
  return places.map((place, index) => ({ ...place, kind, index, providerKind: providerOf(index) }));
}

function makeInstitution(random: Random, plot: Plot, origin: Origin): InstitutionRow {
  const name = nameOf(plot);
  const provider = PROVIDERS[plot.providerKind];
  return {
    id: random.uuid(origin.founded),
    municipality_id: plot.district.municipality_id,
    district_id: plot.district.id,
    kind: plot.kind,
    name,
    ...marks(plot),
    provider_kind: plot.providerKind,
    provider_name: provider.name,
    legal_regime: provider.regime,
    ...address(random, plot.plan),
    contact_name: `${contact(plot, origin)} (erfunden)`,
    contact_function: plot.kind === 'kita' ? 'Leitung' : 'Schulleitung',
    email: invalidEmail(name),
    ...flags(random, plot, origin.year),
    ...situation(random, plot, origin.year),
    ...size(random, plot),
    created_at: origin.createdAt,
  };
}

/** In the example house the lead of the demo answers the telephone. */
function contact({ kind, index }: Plot, { nextName }: Origin): string {
  const example = kind === 'kita' && index === 0;
  return (example && SIGN_INS.find(({ role }) => role === 'institution_lead')?.name) || nextName();
}

function nameOf({ kind, index, providerKind }: Plot): string {
  const name = (kind === 'kita' ? KITA_NAMES : SCHOOL_NAMES)[index];
  if (name === undefined) throw new RangeError(`no name for ${kind} ${index}`);
  return kind === 'kita' ? `${PROVIDERS[providerKind].kitaPrefix} ${name}` : name;
}

/**
 * Short code and school number cannot be taken for real ones. The telephone numbers are of the range that the Bundesnetzagentur
 * keeps for films and novels ("drama numbers", Cologne): nobody answers there.
 */
function marks({ kind, index }: Plot): Pick<InstitutionRow, 'short_code' | 'school_number' | 'phone'> {
  const number = String(index + 1).padStart(2, '0');
  const school = kind === 'school';
  return {
    short_code: `DEMO-${school ? 'S' : 'K'}${number}`,
    school_number: school ? `9990${number}` : null,
    phone: `0221 4710 ${school ? '5' : '1'}${number}`,
  };
}

function address(random: Random, plan: DistrictPlan) {
  return {
    street: `${random.pick(STREETS)} ${random.integer(1, 60)}`,
    postal_code: random.pick(plan.postalCodes),
    city: 'Herne',
    latitude: degrees(random.between(...plan.latitude)),
    longitude: degrees(random.between(...plan.longitude)),
  };
}

function flags(random: Random, { kind, index, plan }: Plot, year: SchoolYear) {
  // A stream of its own: what is known of a title's age changes nothing else.
  const ages = random.branch('since');
  const kita = kind === 'kita';
  const example = kita && index === 0;
  const needy = plan.situation === 'high';
  const family_centre = kita && (random.chance(needy ? 0.45 : 0.25) || example);
  const movement_kita = kita && (random.chance(0.18) || example);
  const plus_kita = kita && random.chance(needy ? 0.6 : 0.2);
  const all_day_school = !kita && random.chance(0.9);
  return {
    ...{ family_centre, family_centre_since: since(ages, family_centre, year) },
    ...{ movement_kita, movement_kita_since: since(ages, movement_kita, year) },
    ...{ plus_kita, plus_kita_since: since(ages, plus_kita, year) },
    ...{ all_day_school, all_day_school_since: since(ages, all_day_school, year) },
  };
}

/** Of most titles only the school year is known, of some the day, of others nothing. */
function since(random: Random, has: boolean, year: SchoolYear): CalendarDate | null {
  const first = random.integer(year - 14, year - 1);
  const day = random.weighted([
    [null, 2],
    ['08-01', 6],
    ['11-15', 1],
  ] as const);
  return has && day !== null ? calendarDate(`${first}-${day}`) : null;
}

/** Schools have the index; most Kitas a situation of their own, the others take their district's. */
function situation(random: Random, { kind, plan }: Plot, year: SchoolYear) {
  const index = kind === 'school' ? random.integer(...SOCIAL_INDEX[plan.situation]) : null;
  const own = kind === 'kita' ? random.weighted(KITA_SITUATIONS[plan.situation]) : null;
  return {
    social_index: index,
    social_index_year: index === null ? null : year - 1,
    social_situation: own,
    social_situation_source: own && INVENTED,
    social_situation_year: own && year - 1,
  };
}

function size(random: Random, { kind, index }: Plot): Pick<InstitutionRow, 'places' | 'staff_count'> {
  if (kind === 'kita') {
    const groups = index === 0 ? EXAMPLE_GROUPS.length : random.weighted(KITA_GROUPS);
    const places = groups * CHILDREN_PER_KITA_GROUP + random.integer(0, groups * 2);
    return { places, staff_count: Math.round(groups * random.between(3.2, 4.4)) };
  }
  const classes = random.weighted(CLASSES);
  return {
    places: classes * CHILDREN_PER_CLASS,
    staff_count: Math.round(classes * random.between(1.5, 2)),
  };
}

function degrees(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
