import type { Role } from '../../../src/access/roles.js';
import { townOf } from '../../support/askers.js';
import { CANARY, type City, type PersonKey } from '../../support/city.js';
import type { Sent } from '../../support/client.js';
import { STAFF_HOUSES, type StaffKey } from '../../support/training-rows.js';
import type { Operation, Reaches, Target } from './operation.js';

/* What is kept how long, what is known of a person, and erasing. */

const ADMINISTRATOR: readonly Role[] = ['administrator'];
const KEEPERS: readonly Role[] = ['institution_lead', 'coordinator'];

const wrong = (): Sent => ({ body: { password: 'falsches Passwort' } });

const accounts =
  (...keys: PersonKey[]) =>
  ({ people }: City): Target[] =>
    keys.map((person) => ({ label: person, id: people[person].id, person }));

const staff =
  (...keys: StaffKey[]) =>
  ({ people }: City): Target[] =>
    keys.map((person) => {
      const house = STAFF_HOUSES[person];
      return { label: `the ${person}'s`, id: people[person].id, house, town: townOf(house), person };
    });
const keepsStaff: Reaches = ({ leads, coordinates }, { house, town }) =>
  (house !== undefined && leads.includes(house)) || (town !== undefined && coordinates.includes(town));

const ofAccount = {
  roles: ADMINISTRATOR,
  targets: accounts('educator', 'distantCoach', 'roleless'),
  may: () => true,
};
const ofStaff = {
  roles: KEEPERS,
  targets: staff('educator', 'schoolEducator', 'distantEducator'),
  may: keepsStaff,
};

/** Who gives a wrong password erases nothing; what a right one does has tests of its own. */
export const GOVERNANCE: Record<string, Operation> = {
  Retention_get: { roles: ADMINISTRATOR, status: 200 },
  Retention_run: {
    roles: ADMINISTRATOR,
    status: 202,
    writes: { action: 'retention.start', objectType: 'retention', fields: [] },
  },
  AccountErasure_preview: { ...ofAccount, status: 200 },
  AccountErasure_erase: { ...ofAccount, status: 422, send: wrong },
  PersonalData_own: {
    roles: 'anyone',
    status: 200,
    writes: { action: 'account.personal_data', objectType: 'account', fields: [] },
    // What one did where one no longer comes to is still of oneself.
    tells: ({ self }) =>
      self === 'formerCoach'
        ? [`${CANARY}-HAUS-kita`, `${CANARY}-HAUS-school`, `${CANARY}-BERATUNG-school`]
        : [],
  },
  // Of somebody of whom there is nothing but the account: what is in the file has a test of its own.
  PersonalData_ofAccount: {
    roles: ADMINISTRATOR,
    status: 200,
    targets: accounts('roleless'),
    may: () => true,
    writes: { action: 'account.personal_data', objectType: 'account', fields: [] },
  },
  PersonalData_ofStaff: {
    ...ofStaff,
    status: 200,
    writes: { action: 'staff_member.personal_data', objectType: 'staff_member', fields: [] },
  },
  StaffErasure_preview: { ...ofStaff, status: 200 },
  StaffErasure_erase: { ...ofStaff, status: 422, send: wrong },
};
