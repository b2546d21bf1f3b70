import type { Readable } from 'node:stream';
import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnDevice } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { answersFile } from '../../reporting/exports/answers.js';
import { PersonalDataService } from './personal-data.service.js';

const ZIP = 'application/zip';

@ApiTags('personal data')
@Controller()
export class PersonalDataController {
  constructor(private readonly personal: PersonalDataService) {}

  /** Everything that is stored of oneself (Art. 15 GDPR): a page to be read, and the same for programs. */
  @Get('account/personal-data')
  @Access()
  @OwnDevice()
  @answersFile(ZIP)
  async own(@Req() request: ActorRequest): Promise<StreamableFile> {
    return fileOf(await this.personal.own(workOf(request)));
  }

  /** Everything that is stored of the person with this account, to be given to them. */
  @Get('accounts/:id/personal-data')
  @Access('administrator')
  @answersFile(ZIP)
  async ofAccount(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return fileOf(await this.personal.ofAccount(id, workOf(request)));
  }

  /** Everything that is stored of somebody of the staff, for who keeps the record. */
  @Get('staff-members/:id/personal-data')
  @Access('institution_lead', 'coordinator')
  @answersFile(ZIP)
  async ofStaff(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return fileOf(await this.personal.ofStaff(id, workOf(request)));
  }
}

function fileOf(body: Readable): StreamableFile {
  return new StreamableFile(body, {
    type: ZIP,
    disposition: 'attachment; filename="olympia-ruft_auskunft.zip"',
  });
}
