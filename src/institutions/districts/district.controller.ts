import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateDistrictDto,
  DistrictDto,
  DistrictListDto,
  ListDistrictsDto,
  UpdateDistrictDto,
} from './district.dto.js';
import { DistrictService } from './district.service.js';

@ApiTags('districts')
@Controller('districts')
export class DistrictController {
  constructor(private readonly districts: DistrictService) {}

  /** The districts, in the city's own order. */
  @Get()
  @Access()
  list(@Query() query: ListDistrictsDto): Promise<DistrictListDto> {
    return this.districts.list(query);
  }

  /** One district. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<DistrictDto> {
    return this.districts.get(id);
  }

  /** Add a district. */
  @Post()
  @Access('coordinator', 'administrator')
  async create(
    @Body() body: CreateDistrictDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DistrictDto> {
    return answerCreated(reply, await this.districts.create(body));
  }

  /** Change or archive a district. */
  @Patch(':id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateDistrictDto,
  ): Promise<DistrictDto> {
    return this.districts.update(id, version, body);
  }
}
