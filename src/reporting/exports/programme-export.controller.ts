import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { Answers } from './answers.js';
import {
  ExportAttendanceDto,
  ExportBookingsDto,
  ExportContactsDto,
  ExportTrainingsDto,
} from './export.dto.js';
import type { FileType } from './export.service.js';
import { ProgrammeExportService, type ProgrammeFile, type QueryOf } from './programme-export.service.js';
import { sendDownload } from './send-download.js';

@ApiTags('exports')
@Controller('exports')
export class ProgrammeExportController {
  constructor(private readonly exports: ProgrammeExportService) {}

  /** What the houses chose from the catalogue as CSV. */
  @Get('bookings.csv')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('csv')
  bookingsCsv(
    @Query() query: ExportBookingsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('bookings', 'csv', query, request, reply);
  }

  /** What the houses chose from the catalogue as a spreadsheet. */
  @Get('bookings.xlsx')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('xlsx')
  bookingsXlsx(
    @Query() query: ExportBookingsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('bookings', 'xlsx', query, request, reply);
  }

  /** Talks of coaches with houses as CSV. */
  @Get('coach-contacts.csv')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('csv')
  coachContactsCsv(
    @Query() query: ExportContactsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('coachContacts', 'csv', query, request, reply);
  }

  /** Talks of coaches with houses as a spreadsheet. */
  @Get('coach-contacts.xlsx')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('xlsx')
  coachContactsXlsx(
    @Query() query: ExportContactsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('coachContacts', 'xlsx', query, request, reply);
  }

  /** Trainings as CSV. */
  @Get('trainings.csv')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @Answers('csv')
  trainingsCsv(
    @Query() query: ExportTrainingsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('trainings', 'csv', query, request, reply);
  }

  /** Trainings as a spreadsheet. */
  @Get('trainings.xlsx')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @Answers('xlsx')
  trainingsXlsx(
    @Query() query: ExportTrainingsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('trainings', 'xlsx', query, request, reply);
  }

  /** Who came to which training as CSV. Names only for those who may see them. */
  @Get('attendance.csv')
  @Access('institution_lead', 'coordinator', 'programme_lead')
  @Answers('csv')
  attendanceCsv(
    @Query() query: ExportAttendanceDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('attendance', 'csv', query, request, reply);
  }

  /** Who came to which training as a spreadsheet. Names only for those who may see them. */
  @Get('attendance.xlsx')
  @Access('institution_lead', 'coordinator', 'programme_lead')
  @Answers('xlsx')
  attendanceXlsx(
    @Query() query: ExportAttendanceDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('attendance', 'xlsx', query, request, reply);
  }

  private async send<F extends ProgrammeFile>(
    file: F,
    type: FileType,
    query: QueryOf<F>,
    request: ActorRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.open(workOf(request), file, type, query), reply);
  }
}
