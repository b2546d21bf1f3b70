import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { ActivitiesModule } from './activities/activities.module.js';
import { AuditModule } from './audit/audit.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { CONSTRAINTS, ENTITIES } from './schema.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { InstitutionsModule } from './institutions/institutions.module.js';

@Module({})
export class AppModule {
  static register(settings: Settings, connect = true): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register({ settings, entities: ENTITIES, constraints: CONSTRAINTS, connect }),
        AuditModule,
        AccessModule,
        HealthModule,
        InstitutionsModule,
        ActivitiesModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
