import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { ActivitiesModule } from './activities/activities.module.js';
import { ChildrenModule } from './assessments/children.module.js';
import { BatteriesModule } from './assessments/batteries/batteries.module.js';
import { NormsModule } from './assessments/norms/norms.module.js';
import { TestDaysModule } from './assessments/test-days/test-days.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AssessmentViewsModule } from './assessments/views/views.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { CONSTRAINTS, ENTITIES } from './schema.js';
import { GovernanceModule } from './governance/governance.module.js';
import { HealthModule } from './health/health.module.js';
import { Door } from './http/door.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ImportsModule } from './imports/imports.module.js';
import { InstitutionsModule } from './institutions/institutions.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { ProgrammeModule } from './programme/programme.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { SealingModule } from './sealing/sealing.module.js';
import { TabletsModule } from './tablets/tablets.module.js';
import { CalendarFeedModule } from './training/calendar-feed/calendar-feed.module.js';
import { RemindersModule } from './training/reminders/reminders.module.js';
import { TrainingModule } from './training/training.module.js';
import { Clock } from './kernel/calendar/clock.js';
import { CertificatesModule } from './training/certificates/certificates.module.js';

export interface AppOptions {
  /** False builds the application without a database, to read its OpenAPI document. */
  connect?: boolean;
  /** Another source of "now", so that a test can stand at a boundary. */
  clock?: Clock;
}

@Module({})
export class AppModule {
  static register(settings: Settings, { connect = true, clock = new Clock() }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register({ settings, entities: ENTITIES, constraints: CONSTRAINTS, connect, clock }),
        AuditModule,
        JobsModule,
        MailModule,
        AccessModule,
        HealthModule,
        InstitutionsModule,
        ProgrammeModule,
        ActivitiesModule,
        ChildrenModule,
        TestDaysModule,
        RemindersModule,
        CertificatesModule,
        TrainingModule,
        CalendarFeedModule,
        AssessmentViewsModule,
        BatteriesModule,
        NormsModule,
        SealingModule,
        TabletsModule,
        ReportingModule,
        GovernanceModule,
        ImportsModule,
        OperationsModule,
      ],
      providers: [Door, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
