import type {
  Audience,
  BookingState,
  ContactState,
  ContactWay,
  ModuleFormat,
} from '../programme/vocabulary.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { FocusArea } from './demo-rows.js';
import type { Table } from './tables.js';

export interface ModuleRow {
  id: string;
  focus_area: FocusArea;
  audience: Audience;
  format: ModuleFormat;
  title: string;
  description: string;
  usual_minutes: number;
  active: boolean;
}

export interface ModuleItemRow {
  module_id: string;
  item_code: string;
}

export interface BookingRow {
  institution_id: string;
  id: string;
  module_id: string;
  state: BookingState;
  wished_from: CalendarDate | null;
  wished_to: CalendarDate | null;
  planned_on: CalendarDate | null;
  planned_start: string | null;
  delivered_on: CalendarDate | null;
  minutes: number | null;
  children: number | null;
  parents: number | null;
  staff: number | null;
  remarks: string | null;
  cancelled_on: CalendarDate | null;
  cancel_reason: string | null;
  created_at: string;
}

export interface CoachContactRow {
  institution_id: string;
  id: string;
  coach_id: string;
  state: ContactState;
  way: ContactWay;
  held_on: CalendarDate;
  starts_at: string | null;
  minutes: number | null;
  topics: string | null;
  next_step: string | null;
  next_step_due: CalendarDate | null;
  next_step_done_on: CalendarDate | null;
  created_at: string;
}

/** What was chosen from, what became of it, and what was talked about. */
export interface Programme {
  modules: ModuleRow[];
  moduleItems: ModuleItemRow[];
  bookings: BookingRow[];
  coachContacts: CoachContactRow[];
}

export const MODULES: Table<ModuleRow> = {
  name: 'modules',
  columns: {
    ...{ id: 'uuid', focus_area: 'text', audience: 'text', format: 'text', title: 'text' },
    ...{ description: 'text', usual_minutes: 'integer', active: 'boolean' },
  },
};

export const MODULE_ITEMS: Table<ModuleItemRow> = {
  name: 'module_items',
  columns: { module_id: 'uuid', item_code: 'text' },
};

export const BOOKINGS: Table<BookingRow> = {
  name: 'module_bookings',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', module_id: 'uuid', state: 'text' },
    ...{ wished_from: 'date', wished_to: 'date', planned_on: 'date', planned_start: 'time' },
    ...{
      delivered_on: 'date',
      minutes: 'integer',
      children: 'integer',
      parents: 'integer',
      staff: 'integer',
    },
    ...{ remarks: 'text', cancelled_on: 'date', cancel_reason: 'text', created_at: 'timestamptz' },
  },
};

export const COACH_CONTACTS: Table<CoachContactRow> = {
  name: 'coach_contacts',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', coach_id: 'uuid', state: 'text', way: 'text' },
    ...{ held_on: 'date', starts_at: 'time', minutes: 'integer', topics: 'text', next_step: 'text' },
    ...{ next_step_due: 'date', next_step_done_on: 'date', created_at: 'timestamptz' },
  },
};
