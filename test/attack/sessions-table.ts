import type { Answer, Client } from '../support/client.js';
import type { PersonKey } from '../support/city.js';

/** What an account's owner may have open, and what has become of it: `shut` opens nothing, though it is there. */
export type Way = 'here' | 'elsewhere' | 'token' | 'calendar' | 'link';
export const WAYS: Way[] = ['here', 'elsewhere', 'token', 'calendar', 'link'];

/** Whoever the events are about: the lead of the kita. */
export interface Owner {
  here: Client;
  /** Not signed in. */
  stranger: Client;
  by: (person: PersonKey) => Client;
  id: string;
  email: string;
  password: string;
  /** Of the session elsewhere. */
  sessionId: () => Promise<string>;
  tokenId: string;
  kitaId: string;
  schoolId: string;
  tomorrow: string;
  /** Secrets of a link for a new password, and of an invitation to a further role. */
  link: string;
  invitation: string;
  /** A code of the second factor that is on, or about to be. */
  code: () => string;
  sql: (statement: string) => Promise<unknown>;
}

export interface Event {
  name: string;
  /** Second factor of the owner before: none, begun or on. */
  factor?: 'begun' | 'on';
  /** Null where time alone passes. */
  happens: (owner: Owner) => Promise<Answer | null>;
  ends: Way[];
}

const ALL_SESSIONS: Way[] = ['here', 'elsewhere'];
const NEW_PASSWORD = 'Giraffen lesen nachts Fahrpläne';

const roleAt = (role: string, institutionId: string): { role: string; institutionId: string } => ({
  role,
  institutionId,
});
const signIn = (browser: Client, { email, password }: Pick<Owner, 'email' | 'password'>): Promise<Answer> =>
  browser.post('/api/session', { email, password });
const accepted = (
  browser: Client,
  { invitation: token, password }: Pick<Owner, 'invitation' | 'password'>,
): Promise<Answer> => browser.post('/api/invitations/accept', { token, name: 'X', password });
const expired =
  (column: string): Event['happens'] =>
  async ({ sql, sessionId }) => {
    await sql(`update sessions set ${column} = now() where id = '${await sessionId()}'`);
    return null;
  };

/** Every event × every way in: what must end, ends; nothing else does. */
export const EVENTS: Event[] = [
  // Of the ways in, only the one that goes.
  { name: 'signing out', happens: ({ here }) => here.delete('/api/session'), ends: ['here'] },
  {
    name: 'ending one other session',
    happens: async ({ here, sessionId }) => here.delete(`/api/sessions/${await sessionId()}`),
    ends: ['elsewhere'],
  },
  {
    name: 'signing out everywhere else',
    happens: ({ here }) => here.delete('/api/sessions'),
    ends: ['elsewhere'],
  },
  {
    name: 'changing the own password',
    // The session goes on under a new token; what is asked here is the one before.
    happens: ({ here, password }) =>
      here.post('/api/account/password', { current: password, password: NEW_PASSWORD }),
    ends: [...ALL_SESSIONS, 'link'],
  },
  {
    name: 'choosing a new password by a link',
    happens: ({ stranger, link }) =>
      stranger.post('/api/password-reset/complete', { token: link, password: NEW_PASSWORD }),
    ends: WAYS,
  },
  {
    name: 'being signed out by who looks after one',
    happens: ({ by, id }) => by('coordinator').delete(`/api/accounts/${id}/sessions`),
    ends: ALL_SESSIONS,
  },
  {
    name: 'being locked',
    happens: ({ by, id }) => by('coordinator').patch(`/api/accounts/${id}`, { disabled: true }, 1),
    ends: WAYS,
  },
  {
    name: 'being locked and unlocked again',
    happens: async ({ by, id }) => {
      const answer = await by('coordinator').patch(`/api/accounts/${id}`, { disabled: true }, 1);
      return answer.status === 200
        ? by('coordinator').patch(`/api/accounts/${id}`, { disabled: false }, 2)
        : answer;
    },
    ends: ALL_SESSIONS,
  },
  {
    name: 'getting a role',
    happens: ({ by, id, schoolId }) =>
      by('coordinator').post(`/api/accounts/${id}/roles`, roleAt('institution_lead', schoolId)),
    ends: ALL_SESSIONS,
  },
  {
    name: 'losing the only role',
    happens: ({ by, id, kitaId }) =>
      by('coordinator').send(
        'DELETE',
        `/api/accounts/${id}/roles?${new URLSearchParams(roleAt('institution_lead', kitaId)).toString()}`,
      ),
    ends: [...ALL_SESSIONS, 'token', 'calendar'],
  },
  {
    name: 'accepting an invitation to a further role',
    happens: ({ stranger, ...owner }) => accepted(stranger, owner),
    ends: ALL_SESSIONS,
  },
  {
    name: 'switching the second factor on',
    factor: 'begun',
    happens: ({ here, code }) => here.post('/api/second-factor/confirm', { code: code() }),
    ends: ['elsewhere'],
  },
  {
    name: 'switching it off',
    factor: 'on',
    happens: ({ here, password, code }) => here.post('/api/second-factor/remove', { password, code: code() }),
    ends: ['elsewhere'],
  },
  {
    name: 'having it reset by an administrator',
    factor: 'on',
    happens: ({ by, id }) => by('administrator').delete(`/api/accounts/${id}/second-factor`),
    ends: ALL_SESSIONS,
  },
  {
    name: 'giving up a token',
    happens: ({ here, tokenId }) => here.delete(`/api/access-tokens/${tokenId}`),
    ends: ['token'],
  },
  {
    name: 'renewing the calendar address',
    happens: ({ here }) => here.post('/api/calendar-feed'),
    ends: ['calendar'],
  },
  {
    name: 'giving the calendar address up',
    happens: ({ here }) => here.delete('/api/calendar-feed'),
    ends: ['calendar'],
  },
  { name: 'being idle too long', happens: expired('idle_until'), ends: ['elsewhere'] },
  { name: 'being open too long, however busy', happens: expired('expires_at'), ends: ['elsewhere'] },
  {
    name: 'the last day of a token',
    happens: async ({ sql, id }) => {
      await sql(`update access_tokens set expires_on = '2000-01-01' where account_id = '${id}'`);
      return null;
    },
    ends: ['token'],
  },
  {
    name: 'the end of a link',
    happens: async ({ sql, id }) => {
      await sql(`update password_resets set expires_at = now() where account_id = '${id}'`);
      return null;
    },
    ends: ['link'],
  },
];

interface Overtaken {
  name: string;
  factor?: 'begun' | 'on';
  asks: (owner: Owner) => Promise<Answer>;
  /** What somebody else's transaction does to the account while the request waits for it. */
  overtakenBy: (account: string) => string;
}

const endAll = (account: string): string =>
  ['sessions', 'access_tokens', 'calendar_feeds']
    .map((table) => `delete from ${table} where account_id = '${account}';`)
    .join(' ');
const newPassword = (account: string): string =>
  `${endAll(account)} update credentials set password_hash = 'another' where account_id = '${account}'`;

/** Requests that compared the password, or asked who is there, before it was changed, and would write after it. */
export const OVERTAKEN: Overtaken[] = [
  {
    name: 'a sign-in, by a new password',
    asks: (owner) => signIn(owner.stranger, owner),
    overtakenBy: newPassword,
  },
  {
    name: 'a sign-in, by the lock of the account',
    asks: (owner) => signIn(owner.stranger, owner),
    overtakenBy: (account) =>
      `${endAll(account)} update accounts set disabled_at = now() where id = '${account}'`,
  },
  {
    name: 'a sign-in, by a second factor',
    asks: (owner) => signIn(owner.stranger, owner),
    overtakenBy: (account) =>
      `${endAll(account)} insert into second_factors (account_id, secret, confirmed_at) values ('${account}', 'x', now())`,
  },
  {
    name: 'a change of the password, by a link for a new one',
    asks: ({ here, password }) =>
      here.post('/api/account/password', { current: password, password: NEW_PASSWORD }),
    overtakenBy: newPassword,
  },
  {
    name: 'a new token',
    asks: ({ here, password, tomorrow }) =>
      here.post('/api/access-tokens', { name: 'X', scopes: ['exports'], password, expiresOn: tomorrow }),
    overtakenBy: newPassword,
  },
  {
    name: 'a new calendar address',
    asks: ({ here }) => here.post('/api/calendar-feed'),
    overtakenBy: newPassword,
  },
  {
    name: 'the beginning of a second factor',
    asks: ({ here, password }) => here.post('/api/second-factor', { password }),
    overtakenBy: newPassword,
  },
  {
    name: 'the first code of a second factor',
    factor: 'begun',
    asks: ({ here, code }) => here.post('/api/second-factor/confirm', { code: code() }),
    overtakenBy: newPassword,
  },
  {
    name: 'new recovery codes',
    factor: 'on',
    asks: ({ here, password }) => here.post('/api/second-factor/recovery-codes', { password }),
    overtakenBy: newPassword,
  },
];

/** Ways to a new session. */
export const WAYS_IN: { name: string; enters: (browser: Client, owner: Owner) => Promise<Answer> }[] = [
  { name: 'a sign-in', enters: signIn },
  { name: 'an accepted invitation', enters: accepted },
];
