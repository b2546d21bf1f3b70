import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateMunicipalityDto,
  MunicipalityDto,
  MunicipalityListDto,
  UpdateMunicipalityDto,
} from './municipality.dto.js';
import { MunicipalityService } from './municipality.service.js';

@ApiTags('municipalities')
@Controller('municipalities')
export class MunicipalityController {
  constructor(private readonly municipalities: MunicipalityService) {}

  /** The cities that take part, by name. */
  @Get()
  @Access()
  list(@Query() query: PageQueryDto): Promise<MunicipalityListDto> {
    return this.municipalities.list(query);
  }

  /** One city. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<MunicipalityDto> {
    return this.municipalities.get(id);
  }

  /** Add a city. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateMunicipalityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MunicipalityDto> {
    return answerCreated(reply, await this.municipalities.create(body));
  }

  /** Change or archive a city. */
  @Patch(':id')
  @Access('administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateMunicipalityDto,
  ): Promise<MunicipalityDto> {
    return this.municipalities.update(id, version, body);
  }
}
