import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cityOn, count, latestRuns, participating, SUNDAY_IN_AUTUMN } from './demo-city.fixture.js';
import type { DemoCity } from './demo-rows.js';
import { SIGN_INS } from './sign-ins.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function digest(city: DemoCity): string {
  return createHash('sha256').update(JSON.stringify(city)).digest('hex');
}

describe('makeDemoCity', () => {
  const city = cityOn(SUNDAY_IN_AUTUMN);

  it('makes the same rows from the same seed and day, and others from others', () => {
    expect(digest(cityOn(SUNDAY_IN_AUTUMN))).toBe(digest(city));
    expect(digest(cityOn(SUNDAY_IN_AUTUMN, 'another'))).not.toBe(digest(city));
    expect(digest(cityOn('2026-11-23'))).not.toBe(digest(city));
  });

  it('gives every row a UUID of its own', () => {
    const rows = [
      city.municipality,
      ...city.districts,
      ...city.institutions,
      ...city.groups,
      ...city.accounts,
      ...city.accountRoles,
      ...city.participations,
      ...city.participationSteps,
      ...city.closingDays,
      ...city.contacts,
      ...city.targets,
      ...city.coachAssignments,
      ...city.activities,
    ];
    const ids = new Set(rows.map(({ id }) => id));
    expect(ids.size).toBe(rows.length);
    expect([...ids].filter((id) => !UUID.test(id))).toEqual([]);
  });

  it('has the four Stadtbezirke, 66 Kitas and 21 schools, each with a name of its own', () => {
    expect(city.districts.map(({ name }) => name)).toEqual(['Wanne', 'Eickel', 'Herne-Mitte', 'Sodingen']);
    expect(count(city.institutions, ({ kind }) => kind === 'kita')).toBe(66);
    expect(count(city.institutions, ({ kind }) => kind === 'school')).toBe(21);
    expect(new Set(city.institutions.map(({ name }) => name)).size).toBe(87);
  });

  it('marks every house as invented', () => {
    for (const house of city.institutions) {
      expect(house.short_code).toMatch(/^DEMO-[KS]\d\d$/);
      expect(house.provider_name).toContain('(erfunden)');
      expect(house.contact_name).toContain('(erfunden)');
      expect(house.phone).toMatch(/^0221 4710 \d{3}$/);
      expect(house.email).toMatch(/@demo\.invalid$/);
    }
    expect(city.accounts.every(({ email }) => email.endsWith('@demo.invalid'))).toBe(true);
  });

  it('lies inside Herne', () => {
    for (const { latitude, longitude } of city.institutions) {
      expect(latitude).toBeGreaterThan(51.51);
      expect(latitude).toBeLessThan(51.57);
      expect(longitude).toBeGreaterThan(7.13);
      expect(longitude).toBeLessThan(7.31);
    }
  });

  it('puts church houses under church law, and only those', () => {
    const regimes = new Set(
      city.institutions.map(({ provider_kind, legal_regime }) => `${provider_kind} ${legal_regime}`),
    );
    expect([...regimes].filter((regime) => !regime.endsWith(' dsgvo')).sort()).toEqual([
      'caritas kdg',
      'catholic kdg',
      'diakonie dsg_ekd',
      'protestant dsg_ekd',
    ]);
    expect(regimes.size).toBe(11);
  });

  it('keeps the social index to schools and the social situation to Kitas, both with their year', () => {
    for (const house of city.institutions) {
      expect(house.social_index === null).toBe(house.kind === 'kita');
      expect(house.social_index_year === null).toBe(house.social_index === null);
      expect(house.social_situation_year === null).toBe(house.social_situation === null);
      expect(house.social_situation_source === null).toBe(house.social_situation === null);
    }
    expect(count(city.institutions, (house) => house.social_situation !== null)).toBeGreaterThan(30);
  });

  it('has 56 Kitas and 19 schools taking part, each with the coach; who asks, finished or gave up does not count', () => {
    const ids = participating(city);
    const houses = city.institutions.filter(({ id }) => ids.has(id));
    expect(count(houses, ({ kind }) => kind === 'kita')).toBe(56);
    expect(count(houses, ({ kind }) => kind === 'school')).toBe(19);
    const coached = city.coachAssignments.filter(({ last_day }) => last_day === null);
    expect(new Set(coached.map(({ institution_id }) => institution_id))).toEqual(ids);
    expect(new Set(coached.map(({ account_id }) => account_id)).size).toBe(1);
    const others = city.participations.filter(({ institution_id }) => !ids.has(institution_id));
    expect(others.map(({ status }) => status).sort()).toEqual([
      'cancelled',
      'completed',
      'requested',
      'requested',
      'requested',
    ]);
    expect(others.find(({ status }) => status === 'cancelled')?.reason).toBeTruthy();
  });

  it('grows over the two past school years', () => {
    const runs = [...latestRuns(city).values()];
    const started = (until: string): number =>
      count(runs, ({ started_on }) => started_on !== null && started_on <= until);
    expect(started('2024-08-31')).toBe(0);
    expect(started('2024-12-31')).toBe(32);
    expect(started('2025-07-31')).toBe(47);
    expect(started('2026-07-31')).toBe(77);
  });

  it.each([2024, 2025, 2026])('has about 8,000 children in groups of usual size in %d', (year) => {
    const ids = participating(city);
    const groups = city.groups.filter((row) => row.school_year === year && ids.has(row.institution_id));
    const children = groups.reduce((sum, { size }) => sum + size, 0);
    expect(children).toBeGreaterThan(7_600);
    expect(children).toBeLessThan(8_400);
    const keys = new Set(groups.map(({ institution_id, name }) => `${institution_id} ${name}`));
    expect(keys.size).toBe(groups.length);
    expect(groups.every(({ size }) => size >= 18 && size <= 28)).toBe(true);
  });

  it('has a sign-in for each role, educator and lead in one house with four groups', () => {
    const roles = SIGN_INS.map(({ email, role }) => {
      const account = city.accounts.find((row) => row.email === email);
      return city.accountRoles.find((row) => row.account_id === account?.id && row.role === role)!;
    });
    const [educator, lead, ...others] = roles;
    expect(lead!.institution_id).toBe(educator!.institution_id);
    expect(others.map(({ institution_id }) => institution_id)).toEqual([null, null, null, null]);
    const groups = city.groups.filter((row) => row.institution_id === lead!.institution_id);
    expect(count(groups, (row) => row.school_year === 2026)).toBe(4);
  });

  it('has one to three more educators in every house that takes or took part', () => {
    const staff = new Map<string, number>();
    for (const { role, institution_id } of city.accountRoles) {
      if (role === 'educator') staff.set(institution_id!, (staff.get(institution_id!) ?? 0) + 1);
    }
    const started = [...latestRuns(city).values()].filter(({ started_on }) => started_on !== null);
    expect([...staff.keys()].sort()).toEqual(started.map((row) => row.institution_id).sort());
    expect(Math.max(...staff.values())).toBeLessThanOrEqual(4);
  });
});
