import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../access/accounts/account.entity.js';
import { Municipality } from '../institutions/municipalities/municipality.entity.js';

/** One file being read in, by one person; what it wrote stays to be taken back. */
@Entity('imports')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'imports_municipality_fk' })
@ForeignKey(() => Account, ['createdBy'], ['id'], { name: 'imports_created_by_fk', onDelete: 'CASCADE' })
@Index('imports_created_by_ix', ['createdBy', 'createdAt', 'id'])
@Check('imports_kind_ck', `kind in ('institutions', 'groups')`)
@Check('imports_state_ck', `state in ('ready', 'done', 'undone')`)
@Check('imports_result_ck', `(state = 'ready') = (result is null)`)
export class Import {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'ready' })
  state: string;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Column('text')
  encoding: string;

  @Column('text')
  delimiter: string;

  @Column('jsonb')
  columns: object[];

  @Column('integer', { name: 'row_count' })
  rowCount: number;

  @Column('jsonb')
  totals: object;

  @Column('jsonb', { nullable: true })
  result: object | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
