import type { ChildProfile, ProfileResult } from '../../api/types';

/** One measured value of a course, oldest first. */
export interface CoursePoint {
  key: string;
  testedOn: string;
  wave: string;
  ageYears: number | null;
  value: number;
  unit: string;
  atCeiling: boolean;
  score: ProfileResult['score'];
}

/** What a child did at one task over the years, by one version of how it is done. */
export interface Course {
  itemCode: string;
  title: string;
  unit: string;
  better: string | null;
  points: CoursePoint[];
  /** Further results by another version, which must not be compared. */
  hasOtherVersions: boolean;
}

/** Tasks with a value, in the order of the latest test; of several versions the one that was used last. */
export function coursesOf({ assessments }: Pick<ChildProfile, 'assessments'>): Course[] {
  const measured = assessments.flatMap((assessment) =>
    assessment.results
      .filter(({ value, unit }) => value !== null && unit !== 'yes_no')
      .map((result) => ({ assessment, result })),
  );
  const latest = new Map<string, ProfileResult>();
  for (const { result } of measured) {
    if (!latest.has(result.itemCode)) latest.set(result.itemCode, result);
  }
  return [...latest.values()].map(({ itemCode, title, unit, better, protocolId }) => {
    const own = measured.filter(({ result }) => result.itemCode === itemCode);
    const same = own.filter(({ result }) => result.protocolId === protocolId);
    return {
      ...{ itemCode, title, unit, better },
      hasOtherVersions: own.length > same.length,
      points: same.reverse().map(({ assessment: { testedOn, wave, ageYears }, result }) => ({
        ...{ key: result.id, testedOn, wave, ageYears, unit, value: result.value ?? 0 },
        ...{ atCeiling: result.atCeiling, score: result.score },
      })),
    };
  });
}
