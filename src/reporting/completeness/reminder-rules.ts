import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { ReminderRecipientDto, ReminderState } from './reminder.dto.js';
import { REMINDER_PAUSE_DAYS } from './reminder-pause.js';

/** What decides whether a house is reminded. */
export interface HouseToRemind {
  archived: boolean;
  /** Weeks of the running school year; null: it took no part. */
  weeks: { expected: number; reported: number } | null;
  remindedOn: CalendarDate | null;
  /** Of its leads, else of the house itself. */
  recipients: readonly ReminderRecipientDto[];
}

/** Whether the house is reminded today, and if not, why. */
export function reminderState(house: HouseToRemind, today: CalendarDate): ReminderState {
  const { archived, weeks, remindedOn, recipients } = house;
  if (archived) return 'archived';
  if (weeks === null) return 'not_participating';
  if (weeks.reported >= weeks.expected) return 'complete';
  if (remindedOn !== null && remindedOn > addDays(today, -REMINDER_PAUSE_DAYS)) return 'recent';
  return recipients.length === 0 ? 'no_address' : 'ready';
}
