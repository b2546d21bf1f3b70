import { Module } from '@nestjs/common';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderService } from './reminder.service.js';

@Module({ providers: [ReminderService, ReminderRepository] })
export class RemindersModule {}
