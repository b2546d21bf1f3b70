import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RunFigures } from './maintenance-runs.js';

/** One run of what keeps the installation in order; without an end it is under way, or was killed. */
@Entity('maintenance_runs')
@Index('maintenance_runs_kind_ix', ['kind', 'startedAt'])
@Check('maintenance_runs_kind_ck', `kind ~ '^[a-z][a-z_]{0,39}$'`)
@Check('maintenance_runs_outcome_ck', `outcome in ('ok', 'failed')`)
@Check('maintenance_runs_ended_ck', '(ended_at is not null) = (outcome is not null)')
@Check(
  'maintenance_runs_figures_ck',
  `jsonb_typeof(figures) = 'object'
    and not jsonb_path_exists(figures, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9_.:+-]{1,60}$"))')`,
)
export class MaintenanceRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'maintenance_runs_pk' })
  id: string;

  /** `backup`, `restore`, `audit_verify`, `retention` … */
  @Column('text')
  kind: string;

  @Column('timestamptz', { name: 'started_at', default: () => 'now()' })
  startedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  /** Numbers and codes only. */
  @Column('jsonb', { default: {} })
  figures: RunFigures;
}
