import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Municipality } from '../../institutions/municipalities/municipality.entity.js';
import { TrainingRegistration } from '../registrations/training-registration.entity.js';
import { Training } from '../trainings/training.entity.js';
import type { CertificateFacts } from './certificate-facts.js';

/** The last number given in a municipality and year; its row is locked until the certificate that takes the next is there. */
@Entity('certificate_numbers')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'certificate_numbers_municipality_fk' })
export class CertificateNumber {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'certificate_numbers_pk' })
  municipalityId: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'certificate_numbers_pk' })
  year: number;

  @Column('integer')
  last: number;
}

/** What was certified, as it was said on the day of issue. */
@Entity('certificates')
@Unique('certificates_number_uq', ['municipalityId', 'year', 'number'])
@Unique('certificates_code_uq', ['codeHash'])
@ForeignKey(() => TrainingRegistration, ['institutionId', 'registrationId'], ['institutionId', 'id'], {
  name: 'certificates_registration_fk',
  onUpdate: 'CASCADE',
})
@ForeignKey(() => Training, ['trainingId'], ['id'], { name: 'certificates_training_fk' })
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'certificates_municipality_fk' })
@ForeignKey(() => Account, ['issuedBy'], ['id'], { name: 'certificates_issued_by_fk', onDelete: 'SET NULL' })
@Index('certificates_good_uq', ['institutionId', 'registrationId'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('certificates_id_ix', ['id'])
@Index('certificates_training_ix', ['trainingId'])
@Index('certificates_registration_ix', ['registrationId'])
@Check('certificates_ended_ck', 'num_nulls(ended_at, ended_as, ended_reason) in (0, 3)')
@Check('certificates_ended_as_ck', `ended_as in ('replaced', 'withdrawn')`)
@Check('certificates_ended_reason_ck', 'length(ended_reason) between 1 and 500')
export class Certificate {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'certificates_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificates_pk' })
  id: string;

  @Column('uuid', { name: 'registration_id' })
  registrationId: string;

  @Column('uuid', { name: 'training_id' })
  trainingId: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('smallint')
  year: number;

  @Column('integer')
  number: number;

  /** SHA-256; the code itself is among the facts. */
  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('jsonb')
  facts: CertificateFacts;

  @Column('uuid', { name: 'issued_by', nullable: true })
  issuedBy: string | null;

  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** replaced | withdrawn */
  @Column('text', { name: 'ended_as', nullable: true })
  endedAs: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
