import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TestBattery } from '../batteries/test-battery.entity.js';

/** Computing the scores of a battery anew, house by house. Counts houses only: how many children there are is their houses' business. */
@Entity('score_runs')
@ForeignKey(() => TestBattery, ['batteryId'], ['id'], { name: 'score_runs_battery_fk' })
@Index('score_runs_created_ix', ['createdAt'])
@Check('score_runs_state_ck', `state in ('waiting', 'running', 'done', 'failed')`)
@Check(
  'score_runs_progress_ck',
  'houses_done between 0 and houses_total or (houses_total is null and houses_done = 0)',
)
@Check('score_runs_finished_ck', `(finished_at is not null) = (state in ('done', 'failed'))`)
export class ScoreRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'score_runs_pk' })
  id: string;

  @Column('uuid', { name: 'battery_id' })
  batteryId: string;

  @Column('text', { default: 'waiting' })
  state: string;

  /** Known once it has begun. */
  @Column('integer', { name: 'houses_total', nullable: true })
  housesTotal: number | null;

  @Column('integer', { name: 'houses_done', default: 0 })
  housesDone: number;

  /** Houses are taken in the order of their ids; after a crash it goes on behind this one. */
  @Column('uuid', { name: 'last_house', nullable: true })
  lastHouse: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
