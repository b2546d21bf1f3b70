import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A city that takes part. */
@Entity('municipalities')
@Unique('municipalities_key_uq', ['key'])
@Check('municipalities_key_ck', `key ~ '^[0-9]{8}$'`)
@Check('municipalities_name_ck', 'length(name) between 1 and 100')
export class Municipality {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'municipalities_pk' })
  id: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  /** Amtlicher Gemeindeschlüssel, 8 digits. */
  @Column('text')
  key: string;

  /** Federal state, which decides about the school holidays. */
  @Column('text', { default: 'NW' })
  state: string;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
