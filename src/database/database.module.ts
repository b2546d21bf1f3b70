import { type DynamicModule, Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Clock } from '../kernel/calendar/clock.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { RowStream, streamConnections } from './row-stream.js';
import { assertRuntimeRole } from './role-check.js';
import type { ConstraintProblems } from './sqlstate.js';
import { CONSTRAINT_PROBLEMS, SETTINGS } from './tokens.js';

export interface DatabasePlan {
  settings: Settings;
  entities: (new () => object)[];
  constraints: ConstraintProblems;
  /** False builds the application without a database, to read its OpenAPI document. */
  connect: boolean;
  clock: Clock;
}

@Global()
@Module({})
export class DatabaseModule implements OnApplicationBootstrap {
  constructor(private readonly dataSource: DataSource) {}

  static register({ settings, entities, constraints, connect, clock }: DatabasePlan): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            address: settings.database,
            poolSize: streamConnections(settings),
            entities,
          }),
          manualInitialization: !connect,
          retryAttempts: 0,
        }),
      ],
      providers: [
        { provide: Clock, useValue: clock },
        Database,
        RowStream,
        { provide: SETTINGS, useValue: settings },
        { provide: CONSTRAINT_PROBLEMS, useValue: constraints },
      ],
      exports: [Clock, Database, RowStream, SETTINGS, CONSTRAINT_PROBLEMS],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.dataSource.isInitialized) await assertRuntimeRole(this.dataSource);
  }
}
