import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
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
import { DistrictHistoryDto, RearrangeDistrictDto, RearrangedDto } from './rearrangement.dto.js';
import { RearrangementService } from './rearrangement.service.js';

@ApiTags('districts')
@Controller('districts')
export class DistrictController {
  constructor(
    private readonly districts: DistrictService,
    private readonly rearrangements: RearrangementService,
  ) {}

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

  /** Its names, and the houses that came and left. */
  @Get(':id/history')
  @Access('coordinator', 'programme_lead', 'administrator')
  listHistory(@Param('id', IdPipe) id: string): Promise<DistrictHistoryDto> {
    return this.rearrangements.listHistory(id);
  }

  /** Split a district, join it with others, or hand over some of its houses, from a day on. */
  @Post(':id/rearrangement')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  @HttpCode(200)
  rearrange(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RearrangeDistrictDto,
  ): Promise<RearrangedDto> {
    return this.rearrangements.rearrange(id, version, body);
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
