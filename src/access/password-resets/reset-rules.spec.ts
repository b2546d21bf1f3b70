import { describe, expect, it } from '@jest/globals';
import { type Actor, NOBODY } from '../../database/actor.js';
import type { Role } from '../roles.js';
import { type HeldRole, mayResetFor } from './reset-rules.js';

const held = (role: Role, place: Partial<HeldRole> = {}): HeldRole => ({
  ...{ role, institutionId: null, municipalityId: null, institutionMunicipality: null },
  ...place,
});
const EDUCATOR = held('educator', { institutionId: 'kita', institutionMunicipality: 'herne' });
const LEAD = held('institution_lead', { institutionId: 'kita', institutionMunicipality: 'herne' });
const COACH = held('coach', { municipalityId: 'herne' });
const FAR_COACH = held('coach', { municipalityId: 'fern' });

const lead: Actor = { ...NOBODY, leadHouses: ['kita'] };
const coordinator: Actor = { ...NOBODY, municipalities: ['herne'] };
const administrator: Actor = { ...NOBODY, administrator: true };

describe('mayResetFor', () => {
  it.each<[string, Actor, HeldRole[], boolean]>([
    ['a lead, an educator of the house', lead, [EDUCATOR], true],
    ['a lead, an educator of another house', lead, [{ ...EDUCATOR, institutionId: 'school' }], false],
    ['a lead, a lead of the same house', lead, [LEAD], false],
    ['a lead, an educator who also coaches', lead, [EDUCATOR, COACH], false],
    ['a coordinator, a lead and coach of the city', coordinator, [LEAD, COACH], true],
    ['a coordinator, a coach of two cities', coordinator, [COACH, FAR_COACH], false],
    ['a coordinator, an educator', coordinator, [EDUCATOR], false],
    ['a coordinator, a lead who is administrator, too', coordinator, [LEAD, held('administrator')], false],
    ['a coordinator, somebody without any role', coordinator, [], false],
    ['an administrator, an administrator', administrator, [held('administrator')], true],
    ['an administrator, somebody without any role', administrator, [], true],
    ['nobody, an educator', NOBODY, [EDUCATOR], false],
  ])('%s', (_, actor, roles, expected) => {
    expect(mayResetFor(actor, roles)).toBe(expected);
  });
});
