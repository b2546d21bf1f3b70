import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  ListRegistrationsDto,
  RegisterDto,
  RegisteredListDto,
  RegisterMyselfDto,
  RegistrationDto,
  RegistrationListDto,
} from './registration.dto.js';
import { RegistrationService } from './registration.service.js';

@ApiTags('trainings')
@Controller('training-registrations')
export class TrainingRegistrationController {
  constructor(private readonly registrations: RegistrationService) {}

  /** Who is on a training and who waits, as far as the person may know, in order of arrival. */
  @Get()
  @Access('educator', 'institution_lead', 'coordinator')
  list(@Query() query: ListRegistrationsDto): Promise<RegistrationListDto> {
    return this.registrations.list(query);
  }

  /** Register people for a training; the answer says of each what came of it. */
  @Post()
  @Access('institution_lead', 'coordinator')
  @OwnTransaction()
  @HttpCode(200)
  async register(@Body() body: RegisterDto, @Req() request: ActorRequest): Promise<RegisteredListDto> {
    return { items: await this.registrations.register(workOf(request), body) };
  }

  /** Register oneself. */
  @Post('mine')
  @Access('educator', 'institution_lead')
  @OwnTransaction()
  @HttpCode(200)
  registerMyself(@Body() body: RegisterMyselfDto, @Req() request: ActorRequest): Promise<RegistrationDto> {
    return this.registrations.registerMyself(workOf(request), body);
  }

  /** Give a place back, the own one or somebody's from the own house. */
  @Post(':id/withdraw')
  @Access('educator', 'institution_lead', 'coordinator')
  @OwnTransaction()
  @RequiresIfMatch()
  @HttpCode(200)
  withdraw(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Req() request: ActorRequest,
  ): Promise<RegistrationDto> {
    return this.registrations.withdraw(workOf(request), id, version);
  }
}
