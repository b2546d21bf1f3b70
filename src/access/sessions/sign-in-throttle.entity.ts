import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often guessing failed lately, by a hash of the account's or the network's name. */
@Entity('sign_in_throttles')
export class SignInThrottleCount {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_throttles_pk' })
  key: Buffer;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'last_failure_at' })
  lastFailureAt: Date;
}
