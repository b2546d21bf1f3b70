import type { Role } from '../../../src/access/roles.js';
import type { HouseKey, PersonKey } from '../../support/city.js';
import { TABLET_HOUSES } from '../../support/tablet-rows.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import { at, houses } from './targets.js';

const STAFF: readonly Role[] = ['educator', 'institution_lead'];
const LEADS: readonly Role[] = ['institution_lead'];

const tablets = ({ tablets: all }: Facts): Target[] =>
  TABLET_HOUSES.map((house) => at(house, all.tablets[house]));
const leadsIt: Reaches = ({ leads }, { house }) => house !== undefined && leads.includes(house);
const canary = ({ house }: Target, { houses: all }: Facts): string => all[house!].canary;

const WORKS_AT: Partial<Record<PersonKey, HouseKey>> = {
  ...{ colleague: 'kita', schoolEducator: 'school', distantLead: 'distant' },
};
const people = ({ people: all }: Facts): Target[] =>
  (['colleague', 'schoolEducator', 'distantLead', 'coach', 'coordinator'] as const).map((person) => ({
    ...{ label: person, id: all[person].id, person },
  }));
const leadsThem: Reaches = ({ leads }, { person }) => {
  const house = person && WORKS_AT[person];
  return house !== undefined && leads.includes(house);
};

const traced = (action: string, objectType = 'tablet', fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

/** The devices, and the people who unlock them. */
const KEPT: Record<string, Operation> = {
  Tablet_list: {
    roles: LEADS,
    status: 200,
    targets: houses,
    may: leadsIt,
    query: ({ id: institutionId }) => ({ institutionId }),
  },
  Tablet_create: {
    roles: LEADS,
    status: 201,
    targets: houses,
    may: leadsIt,
    send: ({ id: institutionId }) => ({ body: { institutionId, name: 'Turnhalle' } }),
    writes: traced('tablet.create', 'tablet', ['name', 'peopleShown']),
  },
  Tablet_update: {
    roles: LEADS,
    status: 200,
    targets: tablets,
    may: leadsIt,
    send: () => ({ body: { peopleShown: 'initials' }, version: 1 }),
    writes: traced('tablet.update', 'tablet', ['peopleShown']),
    bears: canary,
  },
  Tablet_enrol: {
    roles: LEADS,
    status: 200,
    targets: tablets,
    may: leadsIt,
    send: () => ({ body: {} }),
    writes: traced('tablet.new_code'),
  },
  Tablet_remove: {
    roles: LEADS,
    status: 204,
    targets: tablets,
    may: leadsIt,
    writes: traced('tablet.revoke'),
  },
  TabletPerson_list: {
    roles: LEADS,
    status: 200,
    targets: houses,
    may: leadsIt,
    query: ({ id: institutionId }) => ({ institutionId }),
  },
  TabletPerson_release: {
    roles: LEADS,
    status: 200,
    targets: people,
    may: leadsThem,
    send: () => ({ body: {} }),
    writes: traced('pin.release', 'account'),
  },
  TabletPerson_clearPin: {
    roles: LEADS,
    status: 204,
    targets: people,
    may: leadsThem,
    writes: traced('pin.clear', 'account'),
  },
  TabletPerson_removeBadge: {
    roles: LEADS,
    status: 204,
    targets: people,
    may: leadsThem,
    writes: traced('badge.revoke', 'account'),
  },
};

/** At the tablet: who comes without its cookie stands before a closed door, whoever is signed in (test/e2e/tablets). */
const DOOR: Record<string, Operation> = {
  Door_enrol: { roles: 'public', status: 404, send: () => ({ body: { code: 'unbekannt' } }) },
  Door_get: { roles: 'public', status: 401 },
  Door_remove: { roles: STAFF, status: 401 },
  Door_unlock: {
    roles: 'public',
    status: 401,
    send: (_, { people: all }) => ({ body: { accountId: all.educator.id, pin: '482951' } }),
  },
};

export const TABLETS: Record<string, Operation> = {
  ...KEPT,
  ...DOOR,
  OwnProof_get: { roles: STAFF, status: 200 },
  OwnProof_setPin: {
    roles: STAFF,
    status: 422,
    send: () => ({ body: { password: 'nicht das Passwort', pin: '482951' } }),
  },
  OwnProof_removePin: { roles: STAFF, status: 204, writes: traced('pin.remove', 'account') },
  OwnProof_makeBadge: {
    roles: STAFF,
    status: 422,
    send: () => ({ body: { password: 'nicht das Passwort' } }),
  },
  OwnProof_removeBadge: { roles: STAFF, status: 204, writes: traced('badge.remove', 'account') },
};
