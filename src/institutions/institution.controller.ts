import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access.decorators.js';
import type { FastifyReply } from '../access/request.js';
import { answerCreated } from '../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../kernel/http/if-match.js';
import { IdPipe } from '../kernel/validation/input.pipe.js';
import {
  CoachListDto,
  CreateInstitutionDto,
  InstitutionDto,
  InstitutionListDto,
  UpdateInstitutionDto,
} from './institution.dto.js';
import { ListCoachesDto, ListInstitutionsDto } from './institution-query.dto.js';
import { InstitutionService } from './institution.service.js';

@ApiTags('institutions')
@Controller()
export class InstitutionController {
  constructor(private readonly institutions: InstitutionService) {}

  /** Kitas and schools, taking part or not, in German order. */
  @Get('institutions')
  @Access()
  list(@Query() query: ListInstitutionsDto): Promise<InstitutionListDto> {
    return this.institutions.list(query);
  }

  /** One institution with its participation. */
  @Get('institutions/:id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<InstitutionDto> {
    return this.institutions.get(id);
  }

  /** Add an institution. */
  @Post('institutions')
  @Access('coordinator', 'administrator')
  async create(
    @Body() body: CreateInstitutionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionDto> {
    return answerCreated(reply, await this.institutions.create(body));
  }

  /** Change or archive an institution. */
  @Patch('institutions/:id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateInstitutionDto,
  ): Promise<InstitutionDto> {
    return this.institutions.update(id, version, body);
  }

  /** People who can be assigned to an institution as its coach. */
  @Get('coaches')
  @Access('coordinator', 'administrator')
  async listCoaches(@Query() query: ListCoachesDto): Promise<CoachListDto> {
    return { items: await this.institutions.listCoaches(query.municipalityId) };
  }
}
