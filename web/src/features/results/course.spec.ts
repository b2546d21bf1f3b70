import { describe, expect, test } from '@jest/globals';
import type { ProfileAssessment, ProfileResult } from '../../api/types';
import { coursesOf } from './course';

const result = (itemCode: string, value: number | null, protocolId = 'v1', unit = 'cm'): ProfileResult => ({
  ...{ id: `${itemCode}-${value}`, itemCode, title: itemCode, protocolId, protocolVersion: 1, unit, value },
  ...{ better: 'higher', state: value === null ? 'not_done' : 'done', reason: null, atCeiling: false },
  ...{ score: null, scoreLacks: null, formerScores: [], trials: [] },
});
const tested = (testedOn: string, results: ProfileResult[]): ProfileAssessment => ({
  ...{ id: testedOn, testDayId: testedOn, testedOn, wave: 'entry', origin: 'own', closed: true },
  ...{ batteryTitle: 'B', groupName: 'G', ageYears: 5, results },
});

describe('The courses of a child', () => {
  test('go from the oldest to the latest; what was not done is no 0', () => {
    const [course] = coursesOf({
      assessments: [
        tested('2026-05-01', [result('SWS', 92)]),
        tested('2025-11-01', [result('SWS', null)]),
        tested('2025-09-01', [result('SWS', 80)]),
      ],
    });
    expect(course?.points.map(({ value }) => value)).toEqual([80, 92]);
    expect(course?.hasOtherVersions).toBe(false);
  });

  test('never mix versions of a task', () => {
    const [course] = coursesOf({
      assessments: [
        tested('2026-05-01', [result('SWS', 92, 'v2')]),
        tested('2025-09-01', [result('SWS', 80, 'v1')]),
      ],
    });
    expect(course?.points.map(({ value }) => value)).toEqual([92]);
    expect(course?.hasOtherVersions).toBe(true);
  });

  test('leave out stations, where nothing is measured', () => {
    expect(
      coursesOf({ assessments: [tested('2026-05-01', [result('KIBAZ-1', 1, 'v1', 'yes_no')])] }),
    ).toEqual([]);
  });
});
