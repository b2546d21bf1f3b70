import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { AssessmentDto, ListAssessmentsDto, ScoreListDto } from './assessment.dto.js';
import { AssessmentRepository } from './assessment.repository.js';

/** What was measured, for the staff of the house and its coach. */
@Injectable()
export class AssessmentService {
  constructor(private readonly assessments: AssessmentRepository) {}

  async list(query: ListAssessmentsDto): Promise<Page<AssessmentDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.assessments.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ testedOn, id }) => [testedOn, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<AssessmentDto> {
    const assessment = await this.assessments.find(id);
    if (!assessment) throw Problem.notFound();
    return assessment;
  }

  /** A result's score and those that it replaced. @throws Problem 404 */
  async listScores(resultId: string): Promise<ScoreListDto> {
    const items = await this.assessments.listScores(resultId);
    if (!items) throw Problem.notFound();
    return { items };
  }
}
