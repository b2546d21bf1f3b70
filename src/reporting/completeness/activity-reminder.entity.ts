import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/accounts/account.entity.js';
import { Institution } from '../../institutions/institution.entity.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';

/** That a house was asked to enter its activities. */
@Entity('activity_reminders')
@ForeignKey(() => Institution, ['institutionId'], ['id'], { name: 'activity_reminders_institution_fk' })
@ForeignKey(() => Account, ['remindedBy'], ['id'], {
  name: 'activity_reminders_reminded_by_fk',
  onDelete: 'SET NULL',
})
@Index('activity_reminders_day_ix', ['institutionId', 'remindedOn'])
@Index('activity_reminders_reminded_by_ix', ['remindedBy'])
@Check('activity_reminders_letters_ck', 'letters > 0')
export class ActivityReminder {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'activity_reminders_pk' })
  institutionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_reminders_pk' })
  id: string;

  /** The day in Berlin. */
  @Column('date', { name: 'reminded_on' })
  remindedOn: CalendarDate;

  /** Null once the account is erased. */
  @Column('uuid', { name: 'reminded_by', nullable: true })
  remindedBy: string | null;

  /** To how many people. */
  @Column('smallint')
  letters: number;
}
