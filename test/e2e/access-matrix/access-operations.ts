import { randomUUID } from 'node:crypto';
import { CANARY, type City, type PersonKey } from '../../support/city.js';
import type { Sent } from '../../support/client.js';
import { type Facts, type Operation, type Reaches, type Target, TOKEN_OWNERS } from './operation.js';
import { everybody, isTheirs } from './targets.js';

const SENT = `${CANARY}-GESENDET`;
const WRONG = 'falsches Passwort';

const body = (content: object): Sent => ({ body: content });
const traced = (action: string, fields: string[] = [], objectType = 'account'): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

const people =
  (...keys: PersonKey[]) =>
  ({ people: all }: City): Target[] =>
    keys.map((person) => ({ label: person, id: all[person].id, person }));

const HELPED_BY_LEAD: Partial<Record<PersonKey, 'kita' | 'school'>> = {
  educator: 'kita',
  colleague: 'kita',
  schoolEducator: 'school',
};
const HELPED_BY_COORDINATOR: Partial<Record<PersonKey, 'own' | 'distant'>> = {
  ...{ lead: 'own', schoolLead: 'own', coach: 'own', formerCoach: 'own' },
  ...{ distantLead: 'distant', distantCoach: 'distant' },
};

/** Whoever may invite to all that the person is; everybody's own password is changed elsewhere. */
const helps: Reaches = ({ administrator, self, leads, coordinates }, { person }) => {
  if (!person || person === self) return false;
  const [house, town] = [HELPED_BY_LEAD[person], HELPED_BY_COORDINATOR[person]];
  return (
    administrator ||
    (house !== undefined && leads.includes(house)) ||
    (town !== undefined && coordinates.includes(town))
  );
};

const tokens = ({ tokens: all }: Facts): Target[] =>
  TOKEN_OWNERS.map((person) => ({ label: `${person}'s`, id: all[person], person }));

/** Sign-in security. Who gives a wrong password gets no further; what a right one opens has tests of its own. */
export const SECURITY: Record<string, Operation> = {
  Session_removeOthers: { roles: 'anyone', status: 204 },
  OwnAccount_get: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: ({ self }, { people: all }) => [all[self!].id],
      found: (answer) => [answer.field('id')],
    },
  },
  OwnAccount_update: {
    roles: 'anyone',
    status: 200,
    send: () => ({ body: { name: SENT }, version: 1 }),
    writes: traced('account.update', ['name']),
  },
  OwnAccount_changePassword: {
    roles: 'anyone',
    status: 422,
    send: () => body({ current: WRONG, password: 'vier lange Woerter hintereinander' }),
  },
  SecondFactor_get: { roles: 'anyone', status: 200 },
  SecondFactor_start: {
    roles: 'anyone',
    status: 200,
    send: () => body({}),
    writes: traced('second_factor.begin'),
  },
  SecondFactor_confirm: { roles: 'anyone', status: 409, send: () => body({ code: '123456' }) },
  SecondFactor_renewCodes: { roles: 'anyone', status: 422, send: () => body({ password: WRONG }) },
  SecondFactor_remove: {
    roles: 'anyone',
    status: 422,
    send: () => body({ password: WRONG, code: '123456' }),
  },
  SecondFactor_reset: {
    roles: ['administrator'],
    status: 200,
    targets: people('distantLead'),
    may: everybody,
    writes: traced('second_factor.reset'),
  },
  PasswordReset_get: { roles: 'public', status: 200 },
  PasswordReset_request: {
    roles: 'public',
    status: 202,
    send: () => body({ email: `${randomUUID()}@example.org` }),
  },
  PasswordReset_preview: { roles: 'public', status: 404, send: () => body({ token: 'unbekannt' }) },
  PasswordReset_complete: {
    roles: 'public',
    status: 404,
    send: () => body({ token: 'unbekannt', password: 'vier lange Woerter hintereinander' }),
  },
  PasswordReset_createFor: {
    roles: ['institution_lead', 'coordinator', 'administrator'],
    status: 200,
    targets: people(
      ...(['educator', 'schoolEducator', 'distantEducator', 'lead', 'schoolLead', 'distantLead'] as const),
      ...(['coach', 'distantCoach', 'coordinator', 'programmeLead', 'administrator', 'roleless'] as const),
    ),
    may: helps,
    writes: traced('password_reset.create'),
  },
  AccessToken_list: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: ({ self }, { tokens: all }) =>
        TOKEN_OWNERS.filter((person) => person === self).map((person) => all[person]),
      found: ({ json }) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
  },
  AccessToken_create: {
    roles: ['institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator'],
    status: 422,
    send: (_, { today }) => body({ name: SENT, scopes: ['exports'], expiresOn: today, password: WRONG }),
  },
  AccessToken_remove: {
    roles: 'anyone',
    status: 204,
    targets: tokens,
    may: isTheirs,
    writes: traced('access_token.remove', [], 'access_token'),
  },
};
