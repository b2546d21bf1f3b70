import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { ActorRequest, FastifyReply } from '../../access/request.js';
import { AnswersListToPeople } from '../exports/answers.js';
import {
  ExportAccountsDto,
  ExportCertificatesDto,
  ExportMailsDto,
  ExportStaffDto,
} from '../exports/export.dto.js';
import type { FileType } from '../exports/export.service.js';
import { FileTypePipe } from '../exports/file-type.pipe.js';
import { ListAnswers } from './list-answers.js';

/** Lists with names of grown-ups as files: for people, never for a program with a token. */
@ApiTags('exports')
@Controller('exports')
export class PeopleExportController extends ListAnswers {
  /** Who works in the houses, with names; for those who look after them. */
  @Get('staff.:type')
  @Access('institution_lead', 'coordinator')
  @AnswersListToPeople()
  staff(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportStaffDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('staff', type, query, request, reply);
  }

  /** Accounts of those one looks after. */
  @Get('accounts.:type')
  @Access('institution_lead', 'coordinator', 'administrator')
  @AnswersListToPeople()
  accounts(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportAccountsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('accounts', type, query, request, reply);
  }

  /** Certificates with their numbers, without the codes by which others verify them. */
  @Get('certificates.:type')
  @Access('educator', 'institution_lead', 'coordinator')
  @AnswersListToPeople()
  certificates(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportCertificatesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('certificates', type, query, request, reply);
  }

  /** Letters that were sent, without their text. */
  @Get('mails.:type')
  @Access('coordinator')
  @AnswersListToPeople()
  mails(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportMailsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('mails', type, query, request, reply);
  }
}
