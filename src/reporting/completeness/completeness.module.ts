import { Module } from '@nestjs/common';
import { CompletenessController } from './completeness.controller.js';
import { CompletenessService } from './completeness.service.js';
import { ReminderController } from './reminder.controller.js';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderService } from './reminder.service.js';

@Module({
  controllers: [CompletenessController, ReminderController],
  providers: [CompletenessService, ReminderService, ReminderRepository],
  exports: [CompletenessService],
})
export class CompletenessModule {}
