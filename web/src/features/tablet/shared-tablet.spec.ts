import { beforeEach, describe, expect, it } from '@jest/globals';
import { Problem, unreachable } from '../../api/problem';
import { isUnlocked, passDoor } from '../../api/tablet-door';
import type { Session } from '../../api/types';
import type { Identity } from '../../outbox/identity';
import type { Desk } from './desk';
import { SharedTablet, type TabletParts } from './shared-tablet';

const ANNA = { accountId: 'anna', label: 'Anna', hasPin: true, hasBadge: true, locked: false };
const DESK = {
  tablet: { id: 'tablet', name: 'Turnraum' },
  institution: { id: 'house', name: 'Kita am Markt' },
  people: [ANNA],
  groups: [{ id: 'g', name: 'Seepferdchen', schoolYear: 2026, size: 18 }],
  focusAreas: [],
  modules: [],
  testDays: [],
  today: '2026-11-23',
  now: '2026-11-23T09:00:00.000Z',
} as unknown as Desk;

const sessionOf = (id: string) => ({ account: { id, name: `${id} Muster` } }) as Session;
const problem = (status: number, code: string) => new Problem({ status, code, title: code });

/** What happened, in order, and what the server says to a PIN. */
let did: string[];
let shown: (string | null)[];
let server: () => Promise<{ session: Session; unlock: string }>;
let tablet: SharedTablet;
let identified: (Identity | null)[];

const parts: TabletParts = {
  drafts: {
    open: (id, key) => Promise.resolve(void did.push(`drafts of ${id}${key ? '' : ' for writing'}`)),
    close: () => Promise.resolve(void did.push('drafts closed')),
  },
  keptDesk: () => Promise.resolve(DESK),
  keepDesk: () => Promise.resolve(),
  leave: () => Promise.resolve(void did.push('left')),
  readDesk: () => Promise.resolve(DESK),
  openSession: () => server(),
  endSession: (unlock) => void did.push(`ended ${unlock}`),
  identityOf: ({ account }) =>
    Promise.resolve({
      accountId: account.id,
      key: {} as CryptoKey,
      proof: { ticket: 't' },
      hasSession: true,
    }),
  uncheckedIdentity: (accountId, proof) =>
    Promise.resolve({ accountId, key: {} as CryptoKey, proof, hasSession: false }),
  identify: (identity) => Promise.resolve(void identified.push(identity)),
  show: (session) => void shown.push(session && session.account.name),
  today: () => '2026-11-23',
};

const ask = (path: string) => new Request(`https://olympia.invalid${path}`);
const PIN = { accountId: 'anna', pin: '271828' };

beforeEach(async () => {
  [did, shown, identified] = [[], [], []];
  server = () => Promise.resolve({ session: sessionOf('anna'), unlock: 'half' });
  tablet = new SharedTablet(parts);
  await tablet.start();
});

describe('a tablet that is unlocked', () => {
  it('has the second half of the token until it is locked, and then nothing', async () => {
    expect(await tablet.unlock(PIN)).toBeNull();
    const request = ask('/api/session');
    expect(passDoor(request)).toBeUndefined();
    expect(request.headers.get('X-Unlock')).toBe('half');

    tablet.lock('idle');
    expect(isUnlocked()).toBe(false);
    const after = ask('/api/session');
    passDoor(after);
    expect(after.headers.get('X-Unlock')).toBeNull();
    expect(did).toEqual(['drafts of anna', 'ended half', 'drafts closed']);
    expect(shown).toEqual(['anna Muster', null]);
    expect(identified.map((identity) => identity?.accountId ?? null)).toEqual(['anna', null]);
    expect(tablet.getState()).toMatchObject({ sitting: null, locked: 'idle' });
  });

  it('locks once, however often it is told to', async () => {
    await tablet.unlock(PIN);
    tablet.lock('hidden');
    tablet.lock('idle');
    expect(did.filter((what) => what === 'ended half')).toHaveLength(1);
    expect(tablet.getState().locked).toBe('hidden');
  });

  it('stays locked if the PIN is wrong', async () => {
    const problem = new Problem({ status: 401, code: 'wrong_pin', title: '' });
    server = () => Promise.reject(problem);
    expect(await tablet.unlock(PIN)).toEqual({ kind: 'other', problem });
    expect([did, shown, isUnlocked()]).toEqual([[], [], false]);
  });

  it('is a tablet no longer once the house has taken it out', async () => {
    server = () => Promise.reject(problem(401, 'tablet_unknown'));
    expect(await tablet.unlock(PIN)).toEqual({ kind: 'revoked' });
    expect(did).toEqual(['left']);
    expect(tablet.getState().desk).toBeNull();
  });
});

describe('a tablet without a network', () => {
  const offline = () => Promise.reject(unreachable());
  beforeEach(async () => {
    server = offline;
    expect(await tablet.unlock(PIN)).toEqual({ kind: 'unreachable' });
    await tablet.addOnly(ANNA, { pin: '271828' });
  });

  it('shows what lies on the desk, and nothing else', async () => {
    const groups = passDoor(ask('/api/groups?institutionId=house&schoolYear=2026'));
    expect(await groups?.json()).toMatchObject({ items: [{ name: 'Seepferdchen' }] });
    expect(passDoor(ask('/api/activities/last?institutionId=house'))?.status).toBe(204);
    expect(() => passDoor(ask('/api/activities?mine=true'))).toThrow(
      expect.objectContaining({ code: 'unreachable' }),
    );
    expect(() => passDoor(ask('/api/session'))).toThrow(Problem);
    expect(() => passDoor(new Request('https://olympia.invalid/api/groups', { method: 'POST' }))).toThrow(
      Problem,
    );
    expect(passDoor(ask('/api/sealed-entries'))).toBeUndefined();
  });

  it('puts the PIN into what is noted, and forgets it with the lock', () => {
    expect(identified.at(-1)).toMatchObject({
      accountId: 'anna',
      proof: { pin: '271828' },
      hasSession: false,
    });
    expect(shown).toEqual(['Anna']);
    tablet.lock('hidden');
    expect(identified.at(-1)).toBeNull();
    expect(JSON.stringify(tablet.getState())).not.toContain('271828');
    expect(did).toEqual(['drafts of anna for writing', 'drafts closed']);
    expect(passDoor(ask('/api/groups?schoolYear=2026'))).toBeUndefined();
  });

  it('becomes a real session when the network is back and the PIN is right', async () => {
    server = () => Promise.resolve({ session: sessionOf('anna'), unlock: 'half' });
    await tablet.checkLater();
    expect(tablet.getState().sitting).toMatchObject({ kind: 'unlocked', identity: { accountId: 'anna' } });
    expect(shown).toEqual(['Anna', 'anna Muster']);
  });

  it('stays as it is with a wrong PIN, which is tried once', async () => {
    let tries = 0;
    server = () => {
      tries++;
      return Promise.reject(problem(401, 'wrong_pin'));
    };
    await Promise.all([tablet.checkLater(), tablet.checkLater()]);
    await tablet.checkLater();
    expect(tries).toBe(1);
    expect(tablet.getState().sitting).toMatchObject({ kind: 'add_only', refused: true });
  });

  it('tries again as long as nobody answers', async () => {
    await tablet.checkLater();
    expect(tablet.getState().sitting).toMatchObject({ kind: 'add_only', refused: false });
  });

  it('never opens for somebody else, whose badge it was, or who has left meanwhile', async () => {
    server = () => Promise.resolve({ session: sessionOf('ben'), unlock: 'other' });
    await tablet.checkLater();
    expect(tablet.getState().sitting).toMatchObject({ kind: 'add_only', refused: true });
    expect(did).toContain('ended other');
    expect(shown).toEqual(['Anna']);
  });
});
