import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { CreateModuleDto, ListModulesDto, ModuleDto, ModuleListDto, UpdateModuleDto } from './module.dto.js';
import { ModuleService } from './module.service.js';

@ApiTags('modules')
@Controller('modules')
export class ModuleController {
  constructor(private readonly modules: ModuleService) {}

  /** The catalogue, by focus area and title. */
  @Get()
  @Access()
  list(@Query() query: ListModulesDto): Promise<ModuleListDto> {
    return this.modules.list(query);
  }

  /** One module, also a retired one. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<ModuleDto> {
    return this.modules.get(id);
  }

  /** Add a module to the catalogue. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateModuleDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModuleDto> {
    return answerCreated(reply, await this.modules.create(body));
  }

  /** Change a module, retire it or offer it again. */
  @Patch(':id')
  @Access('administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateModuleDto,
  ): Promise<ModuleDto> {
    return this.modules.update(id, version, body);
  }
}
