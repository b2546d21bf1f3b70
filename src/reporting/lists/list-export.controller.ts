import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { ActorRequest, FastifyReply } from '../../access/request.js';
import { AnswersList } from '../exports/answers.js';
import {
  ExportCompletenessDto,
  ExportDistrictsDto,
  ExportGroupYearsDto,
  ExportGroupsDto,
  ExportHolidaysDto,
  ExportModulesDto,
  ExportProgrammeDto,
  ExportTargetsDto,
  ExportTrainedStaffDto,
} from '../exports/export.dto.js';
import type { FileType } from '../exports/export.service.js';
import { FileTypePipe } from '../exports/file-type.pipe.js';
import { ListAnswers } from './list-answers.js';

/** The lists of the product as files, with the filters of their pages. */
@ApiTags('exports')
@Controller('exports')
export class ListExportController extends ListAnswers {
  /** Groups and classes, with the house of each. */
  @Get('groups.:type')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  groups(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportGroupsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('groups', type, query, request, reply);
  }

  /** When houses are closed. */
  @Get('closing-days.:type')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  closingDays(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportProgrammeDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('closingDays', type, query, request, reply);
  }

  /** Which houses have confirmed their groups of a school year. */
  @Get('group-years.:type')
  @Access('coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  groupYears(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportGroupYearsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('groupYears', type, query, request, reply);
  }

  /** How much of each house's staff is trained; numbers, no names. */
  @Get('trained-staff.:type')
  @Access('coordinator', 'programme_lead')
  @AnswersList()
  trainedStaff(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportTrainedStaffDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('trainedStaff', type, query, request, reply);
  }

  /** How completely each house enters its activities, month by month. */
  @Get('completeness.:type')
  @Access('coordinator', 'programme_lead')
  @AnswersList()
  completeness(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportCompletenessDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('completeness', type, query, request, reply);
  }

  /** The catalogue of modules. */
  @Get('modules.:type')
  @Access()
  @AnswersList()
  modules(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportModulesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('modules', type, query, request, reply);
  }

  /** Districts of a municipality. */
  @Get('districts.:type')
  @Access('coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  districts(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportDistrictsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('districts', type, query, request, reply);
  }

  /** School holidays. */
  @Get('school-holidays.:type')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  schoolHolidays(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportHolidaysDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('schoolHolidays', type, query, request, reply);
  }

  /** What a municipality wants to reach in a school year. */
  @Get('targets.:type')
  @Access('coordinator', 'programme_lead', 'administrator')
  @AnswersList()
  targets(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportTargetsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('targets', type, query, request, reply);
  }
}
