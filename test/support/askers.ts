import { createHash } from 'node:crypto';
import { type Actor, NOBODY, scopeSettings, SYSTEM } from '../../src/database/actor.js';
import { type City, type HouseKey, HOUSES, type PersonKey } from './city.js';

export type Town = 'own' | 'distant';

/** Who asks, in the programme's words; the expectations are written in these and know nothing of policies. */
export interface Asker {
  name: string;
  self: PersonKey | null;
  teaches: HouseKey[];
  leads: HouseKey[];
  coaches: HouseKey[];
  coordinates: Town[];
  programmeLead: boolean;
  administrator: boolean;
  system: boolean;
  /** Presented before anybody is signed in. */
  email: PersonKey | null;
  token: PersonKey | null;
}

const STRANGER: Asker = {
  name: 'stranger',
  self: null,
  teaches: [],
  leads: [],
  coaches: [],
  coordinates: [],
  programmeLead: false,
  administrator: false,
  system: false,
  email: null,
  token: null,
};

const person = (self: PersonKey, scope: Partial<Asker> = {}): Asker => ({
  ...STRANGER,
  name: self,
  self,
  ...scope,
});

export const ASKERS: Asker[] = [
  STRANGER,
  { ...STRANGER, name: 'who presents an e-mail address', email: 'educator' },
  { ...STRANGER, name: 'who presents a session token', token: 'educator' },
  person('roleless'),
  person('educator', { teaches: ['kita'] }),
  person('colleague', { teaches: ['kita'] }),
  person('schoolEducator', { teaches: ['school'] }),
  person('distantEducator', { teaches: ['distant'] }),
  person('lead', { leads: ['kita'] }),
  person('schoolLead', { leads: ['school'] }),
  person('coach', { coaches: ['kita'] }),
  person('formerCoach'),
  person('distantCoach', { coaches: ['distant'] }),
  person('coordinator', { coordinates: ['own'] }),
  person('distantCoordinator', { coordinates: ['distant'] }),
  person('programmeLead', { programmeLead: true }),
  person('administrator', { administrator: true }),
  { ...STRANGER, name: 'system', system: true },
];

export function townOf(house: HouseKey): Town {
  return house === 'distant' ? 'distant' : 'own';
}

/** Houses the asker has anything to do with. */
export function seesHouse(asker: Asker, house: HouseKey): boolean {
  return (
    [...asker.teaches, ...asker.leads, ...asker.coaches].includes(house) ||
    asker.coordinates.includes(townOf(house)) ||
    asker.programmeLead ||
    asker.administrator ||
    asker.system
  );
}

export function governs(asker: Asker, town: Town): boolean {
  return asker.coordinates.includes(town) || asker.administrator || asker.system;
}

/** Where each person has a role or an assignment, from city.ts: that is where others may read their name. */
const PLACES: Partial<Record<PersonKey, { houses?: HouseKey[]; town?: Town }>> = {
  educator: { houses: ['kita'] },
  colleague: { houses: ['kita'] },
  lead: { houses: ['kita'] },
  disabled: { houses: ['kita'] },
  expired: { houses: ['kita'] },
  coach: { houses: ['kita'], town: 'own' },
  formerCoach: { houses: ['kita'], town: 'own' },
  coordinator: { town: 'own' },
  schoolEducator: { houses: ['school'] },
  schoolLead: { houses: ['school'] },
  distantEducator: { houses: ['distant'] },
  distantLead: { houses: ['distant'] },
  distantCoach: { houses: ['distant'], town: 'distant' },
  distantCoordinator: { town: 'distant' },
  programmeLead: {},
  administrator: {},
};

/** Whether the asker may read the person's name. */
export function seesPerson(asker: Asker, person: PersonKey): boolean {
  if (asker.administrator || asker.system || [asker.self, asker.email].includes(person)) return true;
  const place = PLACES[person];
  if (!place) return false;
  const { houses = [], town } = place;
  return (
    asker.programmeLead ||
    houses.some((house) => seesHouse(asker, house)) ||
    (town !== undefined && asker.coordinates.includes(town))
  );
}

/** The asker as the application knows it. */
export function actorOf(asker: Asker, city: City): Actor {
  const ids = (houses: HouseKey[]): string[] => houses.map((house) => city.houses[house].id);
  const towns = { own: city.municipalityId, distant: city.distantMunicipalityId };
  return {
    ...(asker.system ? SYSTEM : NOBODY),
    ...(asker.self && { kind: 'person', accountId: city.people[asker.self].id }),
    educatorHouses: ids(asker.teaches),
    leadHouses: ids(asker.leads),
    coachHouses: ids(asker.coaches),
    municipalities: asker.coordinates.map((town) => towns[town]),
    programmeLead: asker.programmeLead,
    administrator: asker.administrator,
  };
}

/** What the application tells the database about the asker. */
export function settingsOf(asker: Asker, city: City): Record<string, string> {
  const context = { actor: actorOf(asker, city), today: city.today, requestId: null, origin: null };
  const { email, token } = asker;
  return {
    ...scopeSettings(context),
    ...(email && { sign_in_email: city.people[email].email }),
    ...(token && { session: createHash('sha256').update(city.people[token].token).digest('hex') }),
  };
}

/** Names for the city's ids, so that a failure reads like a sentence. */
export function namesOf(city: City): Map<string, string> {
  return new Map([
    ...HOUSES.map((key): [string, string] => [city.houses[key].id, key]),
    ...Object.entries(city.people).map(([key, { id }]): [string, string] => [id, key]),
    ...[city.municipalityId, ...city.districtIds].map((id): [string, string] => [id, 'own']),
    ...[city.distantMunicipalityId, city.distantDistrictId].map((id): [string, string] => [id, 'distant']),
  ]);
}
