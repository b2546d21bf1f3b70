import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../institution.entity.js';

/** Somebody to ask in a house, beside its main contact (which is part of the institution). */
@Entity('institution_contacts')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'institution_contacts_institution_fk' })
@Index('institution_contacts_id_ix', ['id'])
@Check('institution_contacts_name_ck', 'length(name) between 1 and 100')
@Check('institution_contacts_function_ck', 'length(function) between 1 and 100')
export class InstitutionContact {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'institution_contacts_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_contacts_pk' })
  id: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  /** What they do there: "stellvertretende Leitung". */
  @Column('text', { nullable: true })
  function: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
