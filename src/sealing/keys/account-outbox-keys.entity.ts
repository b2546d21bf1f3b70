import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';

/** What an account's entries on its devices are kept and shown by. Neither is ever logged, exported or told to anybody else. */
@Entity('account_outbox_keys')
@ForeignKey(() => Account, ['accountId'], ['id'], {
  name: 'account_outbox_keys_account_fk',
  onDelete: 'CASCADE',
})
@Check('account_outbox_keys_length_ck', 'length(storage_key) = 32 and length(ticket) = 32')
export class AccountOutboxKeys {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_outbox_keys_pk' })
  accountId: string;

  /** The account's own copies on its devices are encrypted with it. */
  @Column('bytea', { name: 'storage_key' })
  storageKey: Buffer;

  /** Shown in a sealed entry: its author had been let in here. */
  @Column('bytea')
  ticket: Buffer;

  /** SHA-256 of those before, the latest first. */
  @Column('bytea', { name: 'former_tickets', array: true, default: [] })
  formerTickets: Buffer[];

  /** Every house where it had something to do when it asked for them: what it still sends once that is over is held there. */
  @Column('uuid', { array: true, default: [] })
  houses: string[];

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
