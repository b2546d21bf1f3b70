import { Injectable } from '@nestjs/common';
import { ageInYears } from '../../../kernel/calendar/age.js';
import { calendarDate } from '../../../kernel/calendar/calendar-date.js';
import { Problem } from '../../../kernel/problem/problem.js';
import type { ChildProfileDto, ProfiledChildDto } from './child-profile.dto.js';
import { ChildProfileRepository, type AssessmentRow, type ResultRow } from './child-profile.repository.js';

/** One child's results over the years, for those who work with it. */
@Injectable()
export class ChildProfileService {
  constructor(private readonly profiles: ChildProfileRepository) {}

  /** @throws Problem 404 */
  async get(id: string): Promise<ChildProfileDto> {
    const child = await this.profiles.findChild(id);
    if (!child) throw Problem.notFound();
    const assessments = await this.profiles.listAssessments(child);
    return {
      child,
      assessments: assessments.map((assessment) => ({
        ...assessment,
        ageYears: ageAt(child, assessment),
        results: assessment.results.map((result) => ({ ...result, scoreLacks: scoreLacks(child, result) })),
      })),
    };
  }
}

function ageAt({ birthMonth }: ProfiledChildDto, { testedOn }: AssessmentRow): number | null {
  return birthMonth === null ? null : ageInYears(calendarDate(`${birthMonth}-01`), calendarDate(testedOn));
}

/** What would have to be known, or to exist, for a score. */
function scoreLacks({ birthMonth, sex }: ProfiledChildDto, { value, score }: ResultRow): string | null {
  if (value === null || score) return null;
  if (birthMonth === null) return 'birth_month';
  return sex === 'female' || sex === 'male' ? 'norm' : 'sex';
}
