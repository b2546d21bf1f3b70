import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatchOptional } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { InstitutionDto } from '../institution.dto.js';
import { PutParticipationDto } from './participation.dto.js';
import { ParticipationService } from './participation.service.js';

@ApiTags('participation')
@Controller('institutions')
export class ParticipationController {
  constructor(private readonly participations: ParticipationService) {}

  /** Record how an institution takes part, and who coaches it. */
  @Put(':id/participation')
  @Access('coordinator', 'administrator')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'Version of the participation to change; without it a run begins, the first or the next after one that has ended',
  })
  async put(
    @Param('id', IdPipe) id: string,
    @IfMatchOptional() version: number | null,
    @Body() body: PutParticipationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionDto> {
    return answerCreated(reply, await this.participations.put(id, version, body));
  }
}
