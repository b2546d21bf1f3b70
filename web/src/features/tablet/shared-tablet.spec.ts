import { beforeEach, describe, expect, it } from '@jest/globals';
import { Problem, unreachable } from '../../api/problem';
import { isUnlocked, passDoor } from '../../api/tablet-door';
import type { Session } from '../../api/types';
import type { Identity } from '../../outbox/identity';
import type { Desk } from './desk';
import { SharedTablet, type TabletParts } from './shared-tablet';
import type { Trouble } from './unlocking';

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
/** Of each question for a session: whether anybody still waits for the answer. */
let asked: AbortSignal[];
let losing: boolean;
let keyFor: () => Promise<void>;

const parts: TabletParts = {
  drafts: {
    open: (id, key) => Promise.resolve(void did.push(`drafts of ${id}${key ? '' : ' for writing'}`)),
    close: () => Promise.resolve(void did.push('drafts closed')),
    get losing() {
      return losing;
    },
  },
  keptDesk: () => Promise.resolve(DESK),
  keepDesk: () => Promise.resolve(),
  leave: () => Promise.resolve(void did.push('left')),
  readDesk: () => Promise.resolve(DESK),
  openSession: (_credentials, wanted) => {
    asked.push(wanted);
    return server();
  },
  endSession: (unlock) => void did.push(`ended ${unlock}`),
  identityOf: async ({ account }, wanted) => {
    asked.push(wanted);
    await keyFor();
    return { accountId: account.id, key: {} as CryptoKey, proof: { ticket: 't' }, hasSession: true };
  },
  uncheckedIdentity: (accountId, proof) =>
    Promise.resolve({ accountId, key: {} as CryptoKey, proof, hasSession: false }),
  identify: (identity) => Promise.resolve(void identified.push(identity)),
  show: (session) => void shown.push(session && session.account.name),
  today: () => '2026-11-23',
};

const ask = (path: string) => new Request(`https://olympia.invalid${path}`);
const PIN = { accountId: 'anna', pin: '271828' };

beforeEach(async () => {
  [did, shown, identified, asked, losing] = [[], [], [], [], false];
  keyFor = () => Promise.resolve();
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

describe('somebody who turns away while their PIN is being checked', () => {
  const of = (id: string) => ({ session: sessionOf(id), unlock: `half of ${id}` });
  let answer: (how: () => Promise<ReturnType<typeof of>>) => void;
  let first: Promise<Trouble | null>;
  beforeEach(() => {
    server = () => new Promise((resolve) => (answer = (how) => resolve(how())));
    first = tablet.unlock(PIN);
  });

  it('opens nothing, whatever the late answer is, and leaves no session behind', async () => {
    const unreached = { ...PIN, pin: '314159' };
    for (const late of [() => Promise.resolve(of('anna')), () => Promise.reject(unreachable())]) {
      tablet.lock('asked');
      expect(asked.at(-1)?.aborted).toBe(true);
      answer(late);
      expect(await first).toBeNull();
      first = tablet.unlock(unreached);
    }
    expect(did).toEqual(['ended half of anna']);
    expect([shown, tablet.getState().sitting, isUnlocked()]).toEqual([[], null, false]);
  });

  it('never takes the place of the next one', async () => {
    tablet.lock('asked');
    const late = answer;
    server = () => Promise.resolve(of('ben'));
    expect(await tablet.unlock({ accountId: 'ben', pin: '271828' })).toBeNull();
    late(() => Promise.resolve(of('anna')));
    expect(await first).toBeNull();
    expect(shown).toEqual(['ben Muster']);
    expect(did).toEqual(['drafts of ben', 'ended half of anna']);
    expect(tablet.getState().sitting).toMatchObject({
      identity: { accountId: 'ben' },
      unlock: 'half of ben',
    });
    const request = ask('/api/session');
    passDoor(request);
    expect(request.headers.get('X-Unlock')).toBe('half of ben');
  });

  it('is gone even if only the key for their entries is still missing', async () => {
    let give: () => void = () => undefined;
    keyFor = () => new Promise((resolve) => (give = resolve));
    answer(() => Promise.resolve(of('anna')));
    while (!isUnlocked()) await Promise.resolve();
    tablet.lock('hidden');
    expect(isUnlocked()).toBe(false);
    keyFor = () => Promise.resolve();
    server = () => Promise.resolve(of('ben'));
    await tablet.unlock({ accountId: 'ben', pin: '271828' });
    give();
    expect(await first).toBeNull();
    expect(shown).toEqual(['ben Muster']);
    expect(did).toContain('ended half of anna');
    expect(isUnlocked()).toBe(true);
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

  it('goes on with the desk if the key for the entries cannot be had', async () => {
    server = () => Promise.resolve({ session: sessionOf('anna'), unlock: 'half' });
    keyFor = () => Promise.reject(unreachable());
    await tablet.checkLater();
    expect(tablet.getState().sitting).toMatchObject({ kind: 'add_only', refused: false });
    expect(did).toContain('ended half');
    expect(passDoor(ask('/api/groups?institutionId=house&schoolYear=2026'))?.status).toBe(200);
  });

  it('tells of a begun form that nothing could keep, until the next one sits down', async () => {
    losing = true;
    tablet.lock('idle');
    expect(tablet.getState()).toMatchObject({ locked: 'idle', lost: true });
    losing = false;
    await tablet.addOnly(ANNA, { pin: '271828' });
    expect(tablet.getState()).toMatchObject({ locked: null, lost: false });
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

  it('stays locked if the PIN turns out right only after the lock', async () => {
    let answer: () => void = () => undefined;
    server = () =>
      new Promise((resolve) => (answer = () => resolve({ session: sessionOf('anna'), unlock: 'late' })));
    const checked = tablet.checkLater();
    tablet.lock('idle');
    answer();
    await checked;
    expect(did).toContain('ended late');
    expect([tablet.getState().sitting, shown]).toEqual([null, ['Anna', null]]);
  });
});
