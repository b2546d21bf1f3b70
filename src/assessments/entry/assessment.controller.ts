import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { AssessmentDto, AssessmentListDto, ListAssessmentsDto, ScoreListDto } from './assessment.dto.js';
import { AssessmentService } from './assessment.service.js';

@ApiTags('assessments')
@Controller()
export class AssessmentController {
  constructor(private readonly assessments: AssessmentService) {}

  /** Children on test days with their results, the latest first. */
  @Get('assessments')
  @Access('educator', 'institution_lead', 'coach')
  list(@Query() query: ListAssessmentsDto): Promise<AssessmentListDto> {
    return this.assessments.list(query);
  }

  /** One child on one test day. */
  @Get('assessments/:id')
  @Access('educator', 'institution_lead', 'coach')
  get(@Param('id', IdPipe) id: string): Promise<AssessmentDto> {
    return this.assessments.get(id);
  }

  /** All scores that a result ever had. */
  @Get('results/:id/scores')
  @Access('educator', 'institution_lead', 'coach')
  listScores(@Param('id', IdPipe) id: string): Promise<ScoreListDto> {
    return this.assessments.listScores(id);
  }
}
