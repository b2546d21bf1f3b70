import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module.js';
import { OwnRecordService } from './registrations/own-record.service.js';
import { RegistrationLetters } from './registrations/registration-letters.js';
import { TrainingRegistrationController } from './registrations/registration.controller.js';
import { RegistrationRepository } from './registrations/registration.repository.js';
import { RegistrationService } from './registrations/registration.service.js';
import { Seats } from './registrations/seats.js';
import { StaffMemberController } from './staff/staff-member.controller.js';
import { StaffMemberRepository } from './staff/staff-member.repository.js';
import { StaffMemberService } from './staff/staff-member.service.js';
import { StaffPositionController } from './staff/staff-position.controller.js';
import { StaffPositionRepository } from './staff/staff-position.repository.js';
import { StaffPositionService } from './staff/staff-position.service.js';
import { TrainingPartsRepository } from './trainings/training-parts.repository.js';
import { TrainingController } from './trainings/training.controller.js';
import { TrainingRepository } from './trainings/training.repository.js';
import { TrainingService } from './trainings/training.service.js';

@Module({
  imports: [InstitutionsModule],
  controllers: [
    StaffMemberController,
    StaffPositionController,
    TrainingController,
    TrainingRegistrationController,
  ],
  providers: [
    StaffMemberRepository,
    StaffMemberService,
    StaffPositionRepository,
    StaffPositionService,
    TrainingRepository,
    TrainingPartsRepository,
    TrainingService,
    RegistrationRepository,
    RegistrationLetters,
    RegistrationService,
    Seats,
    OwnRecordService,
  ],
  exports: [StaffMemberService, TrainingRepository, RegistrationRepository],
})
export class TrainingModule {}
