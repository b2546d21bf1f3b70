import { townOf } from '../../support/askers.js';
import type { HouseKey, PersonKey } from '../../support/city.js';
import type { Facts, Reaches, Target } from './operation.js';

/** Open trainings, one in each town. */
export const openTrainings = ({ training: { open } }: Facts): Target[] => [
  { label: 'own', id: open.own, town: 'own' },
  { label: 'distant', id: open.distant, town: 'distant' },
];

const HOLDERS: [holder: keyof Facts['certificates'], house: HouseKey, person?: PersonKey][] = [
  ['educator', 'kita', 'educator'],
  ['floater', 'school'],
  ['distantEducator', 'distant', 'distantEducator'],
];

export const certificates = ({ certificates: all }: Facts): Target[] =>
  HOLDERS.map(([holder, house, person]) => ({
    ...{ label: `${holder}'s`, id: all[holder], house, town: townOf(house) },
    ...(person && { person }),
  }));

/** The registration that a certificate is for, as its canary names it. */
export function holderOf({ id }: Target, { certificates: all, training }: Facts): string {
  const [holder] = HOLDERS.find(([key]) => all[key] === id)!;
  return training.registrations[holder];
}

export const coordinatesTown: Reaches = ({ coordinates }, { town }) =>
  town !== undefined && coordinates.includes(town);

/** The person, the lead of the house, the coordinators of the town; nobody else. */
export const holdsCertificate: Reaches = (asker, target) =>
  coordinatesTown(asker, target) ||
  (target.house !== undefined && asker.leads.includes(target.house)) ||
  (asker.self !== null && asker.self === target.person);

/** Everybody with a house in the town, and its coordinators. */
export const hasBusinessThere: Reaches = (asker, target) =>
  coordinatesTown(asker, target) ||
  [...asker.teaches, ...asker.leads].some((house) => townOf(house) === target.town);
