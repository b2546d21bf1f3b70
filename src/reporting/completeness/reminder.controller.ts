import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { RemindDto, ReminderPreviewDto, RemindersDto } from './reminder.dto.js';
import { ReminderService } from './reminder.service.js';

@ApiTags('reports')
@Controller('reminders')
export class ReminderController {
  constructor(private readonly reminders: ReminderService) {}

  /** What a reminder would be: who gets it, who cannot, and the letter. Nothing is written. */
  @Post('preview')
  @Access('coordinator')
  @HttpCode(200)
  preview(@Body() body: RemindDto): Promise<ReminderPreviewDto> {
    return this.reminders.preview(body);
  }

  /**
   * Ask houses to enter what lacks. Sent twice, the second answer says `recent` and nobody gets a second letter: within seven days a house is
   * reminded once, whoever asks.
   */
  @Post()
  @Access('coordinator')
  @HttpCode(200)
  send(@Body() body: RemindDto): Promise<RemindersDto> {
    return this.reminders.remind(body);
  }
}
