import type { Role } from '../../../src/access/roles.js';
import { type Asker, governs, seesHouse, seesPerson, type Town } from '../../support/askers.js';
import { type City, PEOPLE, type PersonKey } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import { houses, isTheirs, keepsGroups } from './targets.js';

const KEEPERS: readonly Role[] = ['institution_lead', 'coordinator', 'administrator'];

const ids = (answer: Answer): string[] => (answer.json['items'] as { id: string }[]).map(({ id }) => id);

const at =
  (...keys: [PersonKey, Town][]) =>
  ({ people }: City): Target[] =>
    keys.map(([person, town]) => ({ label: person, id: people[person].id, person, town }));

/** Coaches have their role in the town, which leads do not look after. */
const coaches = at(['formerCoach', 'own'], ['distantCoach', 'distant']);
const governsIt: Reaches = (asker, { town }) => town !== undefined && governs(asker, town);

/** Where one looks after people: the led house, the coordinated town. A coach who comes to the house is not the lead's. */
const IN_HOUSE: Partial<Record<PersonKey, 'kita' | 'school' | 'distant'>> = {
  ...{ educator: 'kita', colleague: 'kita', lead: 'kita', disabled: 'kita', expired: 'kita' },
  ...{ schoolEducator: 'school', schoolLead: 'school' },
  ...{ distantEducator: 'distant', distantLead: 'distant' },
} as const;
const looksAfter = (asker: Asker, person: PersonKey): boolean => {
  if (asker.administrator) return true;
  const house = IN_HOUSE[person];
  if (house && asker.leads.length > 0) return asker.leads.includes(house);
  return asker.coordinates.length > 0 && seesPerson(asker, person) && (!house || seesHouse(asker, house));
};
const looksAfterIt: Reaches = (asker, { person }) => person !== undefined && looksAfter(asker, person);

const staff = (facts: Facts): Target[] =>
  at(['lead', 'own'], ['schoolLead', 'own'], ['distantEducator', 'distant'])(facts);

/** A role that the asker gives, where they give it. */
function givable(asker: Asker, { houses: all }: Facts): object {
  const [house] = asker.leads;
  if (house) return { role: 'educator', institutionId: all[house].id };
  const place = asker.coordinates.includes('distant') ? all.distant : all.idle;
  return { role: 'institution_lead', institutionId: place.id };
}

export const ACCOUNTS: Record<string, Operation> = {
  Person_list: {
    roles: KEEPERS,
    status: 200,
    shows: {
      expected: (asker, { people }) =>
        PEOPLE.filter((person) => looksAfter(asker, person)).map((person) => people[person].id),
      found: ids,
    },
    references: [{ field: 'institutionId', in: 'query', targets: houses, may: keepsGroups }],
  },
  Person_get: {
    roles: KEEPERS,
    status: 200,
    targets: at(['educator', 'own'], ['coach', 'own'], ['distantLead', 'distant'], ['administrator', 'own']),
    may: looksAfterIt,
  },
  Person_update: {
    roles: KEEPERS,
    status: 200,
    targets: coaches,
    may: governsIt,
    send: () => ({ body: { name: 'Neu Benannt', disabled: true }, version: 1 }),
    writes: { action: 'account.update', objectType: 'account', fields: ['disabled', 'name'] },
  },
  Person_addRole: {
    roles: KEEPERS,
    status: 201,
    targets: staff,
    may: looksAfterIt,
    send: (_, facts, asker) => ({ body: givable(asker, facts) }),
    writes: { action: 'account.add_role', objectType: 'account', fields: ['institutionId', 'role'] },
  },
  Person_removeRole: {
    roles: KEEPERS,
    status: 204,
    targets: coaches,
    may: governsIt,
    query: ({ town = 'own' }, { municipalityId: own, distantMunicipalityId: distant }) => ({
      ...{ role: 'coach', municipalityId: { own, distant }[town] },
    }),
    writes: { action: 'account.remove_role', objectType: 'account', fields: ['municipalityId', 'role'] },
  },
  Person_signOut: {
    roles: KEEPERS,
    status: 204,
    targets: coaches,
    may: governsIt,
    writes: { action: 'account.sign_out', objectType: 'account', fields: [] },
  },
  // Their own changes are what the trail is about, and nobody's but the administrators'.
  Trail_list: { roles: ['administrator'], status: 200 },
  Trail_actions: { roles: ['administrator'], status: 200 },
  Trail_file: {
    roles: ['administrator'],
    status: 200,
    writes: { action: 'audit_event.export', objectType: 'export', fields: [] },
  },
  Invitation_renew: {
    roles: KEEPERS,
    status: 200,
    targets: ({ invitations: all }) => [
      { label: "schoolLead's", id: all.schoolLead, person: 'schoolLead', house: 'school' },
      { label: "coordinator's", id: all.coordinator, person: 'coordinator' },
    ],
    may: (asker, target) => asker.administrator || isTheirs(asker, target),
    writes: { action: 'invitation.renew', objectType: 'invitation', fields: ['expiresAt'] },
  },
};
