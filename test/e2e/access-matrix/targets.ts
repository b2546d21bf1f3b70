import { randomUUID } from 'node:crypto';
import { governs, seesHouse, townOf } from '../../support/askers.js';
import { type City, type House, type HouseKey, HOUSES } from '../../support/city.js';
import type { Facts, Reaches, Reference, Target } from './operation.js';

const OPEN_HOUSES: HouseKey[] = ['kita', 'school', 'idle', 'distant'];
export const PARTICIPATING: HouseKey[] = ['kita', 'school', 'distant'];

export const at = (house: HouseKey, id = '', more: Partial<Target> = {}): Target => ({
  label: house,
  id,
  house,
  town: townOf(house),
  ...more,
});

export const houses = ({ houses: all }: Facts): Target[] => OPEN_HOUSES.map((key) => at(key, all[key].id));

export const groups = ({ houses: all }: Facts): Target[] =>
  OPEN_HOUSES.map((key) => at(key, all[key].groupId));

export const activities = ({ activities: own, houses: all }: City): Target[] => [
  at('kita', own.educator, { label: "educator's", person: 'educator' }),
  at('kita', own.colleague, { label: "colleague's", person: 'colleague' }),
  at('kita', own.lead, { label: "lead's", person: 'lead' }),
  at('school', all.school.activityId!, { label: "schoolEducator's", person: 'schoolEducator' }),
  at('distant', all.distant.activityId!, { label: "distantEducator's", person: 'distantEducator' }),
];

export const deletedActivities = ({ deleted }: Facts): Target[] => [
  at('kita', deleted.kita, { label: "educator's", person: 'educator' }),
  at('school', deleted.school, { label: "schoolEducator's", person: 'schoolEducator' }),
];

export const towns = ({ municipalityId, distantMunicipalityId }: Facts): Target[] => [
  { label: 'own', id: municipalityId, town: 'own' },
  { label: 'distant', id: distantMunicipalityId, town: 'distant' },
];

export const districts = ({ districtIds, distantDistrictId }: Facts): Target[] => [
  { label: 'own', id: districtIds[0], town: 'own' },
  { label: 'distant', id: distantDistrictId, town: 'distant' },
];

export const invitations = ({ invitations: all }: Facts): Target[] => [
  { label: "lead's", id: all.lead, person: 'lead', house: 'kita' },
  { label: "schoolLead's", id: all.schoolLead, person: 'schoolLead', house: 'school' },
  { label: "coordinator's", id: all.coordinator, person: 'coordinator' },
  { label: "distantCoordinator's", id: all.distantCoordinator, person: 'distantCoordinator' },
];

export const sessions = ({ sessions: all }: Facts): Target[] =>
  (['educator', 'lead', 'coordinator', 'administrator'] as const).map((person) => ({
    label: `${person}'s`,
    id: all[person],
    person,
  }));

export const assignments = ({ assignments: all }: Facts): Target[] => [
  at('kita', all.kita),
  at('distant', all.distant),
];

export const mistakes = ({ mistakes: all }: Facts): Target[] => [
  at('school', all.school),
  at('distant', all.distant),
];

export const everybody: Reaches = () => true;
export const isTheirs: Reaches = ({ self }, { person }) => self === person;
export const seesIt: Reaches = (asker, { house }) => house !== undefined && seesHouse(asker, house);
export const governsIt: Reaches = (asker, { town }) => town !== undefined && governs(asker, town);
export const coordinatesIt: Reaches = (asker, { town }) =>
  asker.programmeLead || (town !== undefined && asker.coordinates.includes(town));
export const keepsGroups: Reaches = (asker, target) =>
  (target.house !== undefined && asker.leads.includes(target.house)) || governsIt(asker, target);
export const worksThere: Reaches = ({ teaches, leads }, { house }) =>
  house !== undefined && [...teaches, ...leads].includes(house);
export const changesActivity: Reaches = (asker, target) =>
  worksThere(asker, target) && (asker.leads.includes(target.house!) || isTheirs(asker, target));
export const seesActivity: Reaches = (asker, target) =>
  changesActivity(asker, target) || asker.coaches.includes(target.house!) || coordinatesIt(asker, target);

/** Its lead, its coach, the city's coordinators; administrators have no part in the work itself. */
export const accompanies: Reaches = (asker, target) =>
  (target.house !== undefined && asker.leads.includes(target.house)) || advises(asker, target);
export const advises: Reaches = ({ coaches, coordinates }, { house, town }) =>
  (house !== undefined && coaches.includes(house)) || (town !== undefined && coordinates.includes(town));
export const seesBooking: Reaches = (asker, target) =>
  asker.programmeLead || worksThere(asker, target) || accompanies(asker, target);
export const seesAdvice: Reaches = (asker, target) => asker.programmeLead || accompanies(asker, target);

export const filter = (field: string, targets: Reference['targets'], may: Reference['may']): Reference => ({
  field,
  in: 'query',
  targets,
  may,
});

const hasBusinessIn: Reaches = (asker, { town }) =>
  HOUSES.some((house) => townOf(house) === town && seesHouse(asker, house));
export const CITY_FILTERS: [Reference, Reference] = [
  filter('municipalityId', towns, hasBusinessIn),
  filter('districtId', districts, hasBusinessIn),
];

/** The house of a target; for an unknown one, a house that does not exist. */
export function houseOf({ house, id }: Target, facts: Facts): Pick<House, 'id' | 'groupId'> {
  return house ? facts.houses[house] : { id, groupId: randomUUID() };
}
