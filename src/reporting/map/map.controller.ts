import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { OverviewQueryDto } from '../overview/overview-query.dto.js';
import { MapDto } from './map.dto.js';
import { MapService } from './map.service.js';

@ApiTags('reports')
@Controller('reports/map')
export class MapController {
  constructor(private readonly map: MapService) {}

  /** The institutions of a school year as points on a map, with how they stand and their figures; at most 2,000. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Query() query: OverviewQueryDto): Promise<MapDto> {
    return this.map.get(query);
  }
}
