import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** Opens the door once, when the phone is lost; used ones are gone. */
@Entity('recovery_codes')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'recovery_codes_account_fk', onDelete: 'CASCADE' })
export class RecoveryCode {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'recovery_codes_pk' })
  accountId: string;

  @PrimaryColumn('bytea', { name: 'code_hash', primaryKeyConstraintName: 'recovery_codes_pk' })
  codeHash: Buffer;
}
