import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { FocusArea } from './demo-rows.js';
import type { Table } from './tables.js';

export interface StaffMemberRow {
  institution_id: string;
  id: string;
  name: string;
  function: 'educator' | 'teacher' | 'all_day_staff' | 'lead' | 'other';
  email: string | null;
  weekly_hours: number | null;
  account_id: string | null;
}

export interface StaffPositionRow {
  institution_id: string;
  id: string;
  staff_member_id: string;
  since: CalendarDate;
  until: CalendarDate | null;
}

export interface TrainingRow {
  id: string;
  municipality_id: string;
  title: string;
  contents: string;
  focus_area: FocusArea;
  trainer_name: string;
  trainer_qualification: string;
  place: string;
  capacity: number;
  register_until: CalendarDate;
  /** A list as PostgreSQL writes it: "{kita,school}". */
  kinds: string;
  issuer: string;
  state: 'draft' | 'open' | 'closed' | 'completed' | 'cancelled';
  cancel_reason: string | null;
  arrivals: number;
}

export interface TrainingSessionRow {
  training_id: string;
  id: string;
  held_on: CalendarDate;
  starts_at: string;
  ends_at: string;
  break_minutes: number;
}

export interface TrainingModuleRow {
  training_id: string;
  module_id: string;
}

export interface RegistrationRow {
  institution_id: string;
  id: string;
  training_id: string;
  staff_member_id: string;
  state: 'confirmed' | 'waiting' | 'withdrawn' | 'walk_in';
  arrival: number;
  registered_by: string | null;
  created_at: string;
}

export interface AttendanceRow {
  institution_id: string;
  id: string;
  registration_id: string;
  session_id: string;
  state: 'present' | 'excused' | 'absent';
  minutes: number;
}

/** Who works where, what was taught, who came. */
export interface Training {
  staff: StaffMemberRow[];
  positions: StaffPositionRow[];
  trainings: TrainingRow[];
  sessions: TrainingSessionRow[];
  trainingModules: TrainingModuleRow[];
  registrations: RegistrationRow[];
  attendances: AttendanceRow[];
}

export const STAFF_MEMBERS: Table<StaffMemberRow> = {
  name: 'staff_members',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', name: 'text', function: 'text', email: 'text' },
    ...{ weekly_hours: 'double precision', account_id: 'uuid' },
  },
};

export const STAFF_POSITIONS: Table<StaffPositionRow> = {
  name: 'staff_positions',
  columns: { institution_id: 'uuid', id: 'uuid', staff_member_id: 'uuid', since: 'date', until: 'date' },
};

export const TRAININGS: Table<TrainingRow> = {
  name: 'trainings',
  columns: {
    ...{ id: 'uuid', municipality_id: 'uuid', title: 'text', contents: 'text', focus_area: 'text' },
    ...{ trainer_name: 'text', trainer_qualification: 'text', place: 'text', capacity: 'integer' },
    ...{ register_until: 'date', kinds: 'text[]', issuer: 'text', state: 'text', cancel_reason: 'text' },
    arrivals: 'integer',
  },
};

export const TRAINING_SESSIONS: Table<TrainingSessionRow> = {
  name: 'training_sessions',
  columns: {
    ...{ training_id: 'uuid', id: 'uuid', held_on: 'date', starts_at: 'time', ends_at: 'time' },
    break_minutes: 'integer',
  },
};

export const TRAINING_MODULES: Table<TrainingModuleRow> = {
  name: 'training_modules',
  columns: { training_id: 'uuid', module_id: 'uuid' },
};

export const REGISTRATIONS: Table<RegistrationRow> = {
  name: 'training_registrations',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', training_id: 'uuid', staff_member_id: 'uuid', state: 'text' },
    ...{ arrival: 'integer', registered_by: 'uuid', created_at: 'timestamptz' },
  },
};

export const ATTENDANCES: Table<AttendanceRow> = {
  name: 'training_attendances',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', registration_id: 'uuid', session_id: 'uuid', state: 'text' },
    minutes: 'integer',
  },
};
