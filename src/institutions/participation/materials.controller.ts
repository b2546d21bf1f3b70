import { Body, Controller, Param, Patch, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { HandOverMaterialsDto } from './materials.dto.js';
import { MaterialsService } from './materials.service.js';
import { ParticipationRunDto } from './participation.dto.js';

@ApiTags('participation')
@Controller('participations/:id/materials')
export class MaterialsController {
  constructor(private readonly materials: MaterialsService) {}

  /** Say when a house was given its box of material for a run; `If-Match` bears the version of the run. */
  @Patch()
  @Access('coach', 'coordinator')
  @OwnTransaction()
  @RequiresIfMatch()
  handOver(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: HandOverMaterialsDto,
    @Req() request: ActorRequest,
  ): Promise<ParticipationRunDto> {
    return this.materials.handOver(workOf(request), id, version, body);
  }
}
