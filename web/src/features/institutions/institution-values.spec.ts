import { describe, expect, test } from '@jest/globals';
import { districtDay, emptyInstitution, institutionBody, tidied } from './institution-values';

const kita = {
  ...emptyInstitution('m1'),
  name: 'Kita Ahorn',
  familyCentre: true,
  socialSituation: 'high' as const,
  socialSituationSource: 'Sozialbericht',
  socialSituationYear: 2025,
};

describe('an institution before it is sent', () => {
  test('loses what only the other kind has', () => {
    const school = tidied({
      ...kita,
      kind: 'school',
      schoolNumber: '123456',
      socialIndex: 4,
      socialIndexYear: 2025,
    });
    expect(school).toMatchObject({ familyCentre: false, schoolNumber: '123456', socialIndex: 4 });
    expect(tidied({ ...school, kind: 'kita' })).toMatchObject({
      schoolNumber: '',
      socialIndex: null,
      socialIndexYear: null,
    });
  });

  test('keeps a year or a source only with the value that it explains', () => {
    expect(tidied(kita)).toMatchObject({ socialSituationSource: 'Sozialbericht', socialSituationYear: 2025 });
    expect(tidied({ ...kita, socialSituation: '' })).toMatchObject({
      socialSituationSource: '',
      socialSituationYear: null,
    });
    expect(tidied({ ...kita, kind: 'school', socialIndexYear: 2025 }).socialIndexYear).toBeNull();
  });

  test('says since when a changed district holds, and nothing of an unchanged one', () => {
    const moved = { ...kita, districtId: 'd2', districtFrom: '2026-10-01' };
    expect(districtDay({ districtId: 'd2' }, moved)).toEqual({ districtFrom: '2026-10-01' });
    expect(districtDay({ districtId: 'd2' }, { ...moved, districtFrom: '' })).toEqual({});
    expect(districtDay({ districtId: 'd2' }, { ...moved, districtSince: 'ever' })).toEqual({
      districtFrom: null,
    });
    expect(districtDay({}, moved)).toEqual({});
    expect(institutionBody({ districtSince: 'ever', districtFrom: '2026-10-01' })).toEqual({});
  });

  test('says null for empty, and nothing of what cannot be changed', () => {
    expect(institutionBody({ id: 'i1', municipalityId: 'm1', version: 3, phone: '', name: 'Neu' })).toEqual({
      phone: null,
      name: 'Neu',
    });
  });
});
