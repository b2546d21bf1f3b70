import type { SocialSituation } from '../institutions/vocabulary.js';
import type { DistrictRow, MunicipalityRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Random } from './random.js';

/** Official municipality key (AGS) of Herne. */
export const HERNE_KEY = '05916000';
/** Stands wherever the city asks for a source. */
export const INVENTED = 'Demo-Daten, frei erfunden';

/** A Stadtbezirk: its name and place are real; houses and social situation are not. */
export interface DistrictPlan {
  name: string;
  situation: SocialSituation;
  kitas: number;
  schools: number;
  postalCodes: readonly string[];
  /** A rectangle well inside the district, in degrees. */
  latitude: readonly [south: number, north: number];
  longitude: readonly [west: number, east: number];
}

export const DISTRICT_PLANS: readonly DistrictPlan[] = [
  {
    name: 'Wanne',
    situation: 'high',
    kitas: 20,
    schools: 6,
    postalCodes: ['44649', '44652', '44653'],
    latitude: [51.531, 51.553],
    longitude: [7.137, 7.178],
  },
  {
    name: 'Eickel',
    situation: 'medium',
    kitas: 13,
    schools: 4,
    postalCodes: ['44651', '44652'],
    latitude: [51.511, 51.527],
    longitude: [7.145, 7.184],
  },
  {
    name: 'Herne-Mitte',
    situation: 'high',
    kitas: 20,
    schools: 6,
    postalCodes: ['44623', '44625', '44628', '44629'],
    latitude: [51.528, 51.561],
    longitude: [7.2, 7.237],
  },
  {
    name: 'Sodingen',
    situation: 'low',
    kitas: 13,
    schools: 5,
    postalCodes: ['44627', '44628'],
    latitude: [51.529, 51.556],
    longitude: [7.248, 7.292],
  },
];

export function makeMunicipality(random: Random, { founded }: Origin): MunicipalityRow {
  return { id: random.uuid(founded), name: 'Herne', key: HERNE_KEY, state: 'NW' };
}

/** The four Stadtbezirke in the order of the plans. */
export function makeDistricts(
  random: Random,
  municipality: MunicipalityRow,
  { founded, year }: Origin,
): DistrictRow[] {
  return DISTRICT_PLANS.map((plan, index) => ({
    id: random.uuid(founded),
    municipality_id: municipality.id,
    name: plan.name,
    position: index + 1,
    social_situation: plan.situation,
    social_situation_source: INVENTED,
    social_situation_year: year - 1,
  }));
}
