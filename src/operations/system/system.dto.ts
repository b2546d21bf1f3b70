import { ApiProperty } from '@nestjs/swagger';
import { SYSTEM_STATES, type SystemState, UPKEEP_KINDS, type UpkeepKind } from './judgement.js';

const IS_STATE = { enum: SYSTEM_STATES, enumName: 'SystemState' };

export const CHECK_CODES = [
  ...(['clock', 'disk', 'protection', 'durability', 'audit_heads', 'consents', 'erased'] as const),
  ...(['orphans', 'sums', 'seats', 'seat_counts', 'future_dates'] as const),
];
export type CheckCode = (typeof CHECK_CODES)[number];

export class VersionsDto {
  product: string;
  /** Name of the newest migration. */
  schema: string;
  postgres: string;
  node: string;
  /** Since when this process runs. */
  startedAt: string;
}

export class TableSizeDto {
  name: string;
  /** With indexes. */
  bytes: number;
  /** As PostgreSQL estimates them. */
  rows: number;
}

export class DatabaseFactsDto {
  bytes: number;
  /** Room on the disk of the built-in database; null where the database is somewhere else. */
  freeBytes: number | null;
  builtIn: boolean;
  /** The largest ones; none while somebody holds one of them for long. */
  tables: TableSizeDto[];
}

export class UpkeepDto {
  @ApiProperty({ enum: UPKEEP_KINDS, enumName: 'UpkeepKind' })
  kind: UpkeepKind;
  @ApiProperty(IS_STATE)
  state: SystemState;
  /** Of the last run; all null if there was none. */
  startedAt: string | null;
  endedAt: string | null;
  /** Null while it runs, or if it was killed. */
  @ApiProperty({ enum: ['ok', 'failed'], enumName: 'UpkeepOutcome', nullable: true })
  outcome: 'ok' | 'failed' | null;
  /** When one last went well. */
  lastGoodAt: string | null;
}

export class QueueStateDto {
  queue: string;
  @ApiProperty(IS_STATE)
  state: SystemState;
  /** Jobs that are due. */
  waiting: number;
  /** For how long the oldest of them has been due. */
  oldestSeconds: number;
  active: number;
  /** Given up in the last seven days. */
  failed: number;
  lastDoneAt: string | null;
  lastFailedAt: string | null;
}

export class SystemCheckDto {
  @ApiProperty({ enum: CHECK_CODES, enumName: 'SystemCheckCode' })
  code: CheckCode;
  @ApiProperty(IS_STATE)
  state: SystemState;
  /** How much is wrong; of the clock the seconds, of the disk the free megabytes. Null: the question took too long. */
  count: number | null;
}

export class SystemDto {
  versions: VersionsDto;
  database: DatabaseFactsDto;
  upkeep: UpkeepDto[];
  queues: QueueStateDto[];
  checks: SystemCheckDto[];
}
