import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { EraseDto, ErasurePreviewDto } from './erasure.dto.js';
import { StaffErasureService } from './staff-erasure.service.js';

@ApiTags('staff')
@Controller('staff-members/:id/erasure')
export class StaffErasureController {
  constructor(private readonly erasure: StaffErasureService) {}

  /** What erasing the record would take, what would stay, and why. */
  @Get()
  @Access('institution_lead', 'coordinator')
  @OwnTransaction()
  preview(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<ErasurePreviewDto> {
    return this.erasure.preview(id, workOf(request));
  }

  /** Erase the record (Art. 17 GDPR), for good; with the own password. */
  @Post()
  @Access('institution_lead', 'coordinator')
  @OwnTransaction()
  @HttpCode(204)
  erase(
    @Param('id', IdPipe) id: string,
    @Body() body: EraseDto,
    @Req() request: ActorRequest,
  ): Promise<void> {
    return this.erasure.erase(id, body, workOf(request));
  }
}
