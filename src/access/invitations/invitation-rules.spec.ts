import { describe, expect, test } from '@jest/globals';
import { type Actor, NOBODY } from '../../database/actor.js';
import { ROLES, type Role } from '../roles.js';
import { assertMayInvite, assertScopeFits, type InvitedRole } from './invitation-rules.js';

const HOUSE = 'house';
const OTHER_HOUSE = 'other house';
const CITY = 'city';
const OTHER_CITY = 'other city';
/** What a lookup of the institution's municipality finds; row-level security hides those of others. */
const CITY_OF: Record<string, string> = { [HOUSE]: CITY, [OTHER_HOUSE]: OTHER_CITY };

const actor = (scope: Partial<Actor>): Actor => ({ ...NOBODY, kind: 'person', ...scope });
const administrator = actor({ administrator: true });
const coordinator = actor({ municipalities: [CITY] });
const lead = actor({ leadHouses: [HOUSE] });
const others = [
  actor({ educatorHouses: [HOUSE] }),
  actor({ coach: true, coachHouses: [HOUSE] }),
  actor({ programmeLead: true }),
  actor({}),
];

const placed = (role: Role, house = HOUSE, city = CITY): InvitedRole => ({
  role,
  institutionId: role === 'educator' || role === 'institution_lead' ? house : null,
  municipalityId: role === 'coach' || role === 'coordinator' ? city : null,
});

function refusal(who: Actor, invited: InvitedRole): number | null {
  const city = invited.institutionId === null ? null : (CITY_OF[invited.institutionId] ?? null);
  try {
    assertMayInvite(who, invited, city);
    return null;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

describe('who may invite whom', () => {
  test.each(ROLES)('an administrator: %s anywhere', (role) => {
    expect(refusal(administrator, placed(role))).toBeNull();
    expect(refusal(administrator, placed(role, OTHER_HOUSE, OTHER_CITY))).toBeNull();
  });

  test.each<[Role, number | null, number | null]>([
    ['educator', 403, 403],
    ['institution_lead', null, 404],
    ['coach', null, 404],
    ['coordinator', 403, 403],
    ['programme_lead', 403, 403],
    ['administrator', 403, 403],
  ])('a coordinator: %s here %p, elsewhere %p', (role, here, elsewhere) => {
    expect(refusal(coordinator, placed(role))).toBe(here);
    expect(refusal(coordinator, placed(role, OTHER_HOUSE, OTHER_CITY))).toBe(elsewhere);
    expect(refusal(coordinator, placed(role, 'unknown', 'unknown'))).toBe(elsewhere);
  });

  test.each<[Role, number | null, number | null]>([
    ['educator', null, 404],
    ['institution_lead', 403, 403],
    ['coach', 403, 403],
    ['coordinator', 403, 403],
    ['programme_lead', 403, 403],
    ['administrator', 403, 403],
  ])('a lead: %s here %p, elsewhere %p', (role, here, elsewhere) => {
    expect(refusal(lead, placed(role))).toBe(here);
    expect(refusal(lead, placed(role, OTHER_HOUSE, OTHER_CITY))).toBe(elsewhere);
  });

  test.each(ROLES)('nobody else: %s', (role) => {
    for (const who of others) expect(refusal(who, placed(role))).toBe(403);
  });
});

describe('where a role holds', () => {
  test.each(ROLES)('%s fits its own place, and no other', (role) => {
    const places = [null, 'there'];
    const right = placed(role, 'there', 'there');
    for (const institutionId of places) {
      for (const municipalityId of places) {
        const check = (): void => assertScopeFits({ role, institutionId, municipalityId });
        const fits = institutionId === right.institutionId && municipalityId === right.municipalityId;
        if (fits) expect(check).not.toThrow();
        else expect(check).toThrow(expect.objectContaining({ status: 422, code: 'invalid' }));
      }
    }
  });

  test('the refusal names the field', () => {
    const check = (): void => assertScopeFits({ role: 'coach', institutionId: null, municipalityId: null });
    expect(check).toThrow('Kommune fehlt: bitte die Kommune angeben.');
  });
});
