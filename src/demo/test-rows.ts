import type { Sex } from '../assessments/children/child-rules.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Table } from './tables.js';

/* Children, test days and what was measured, named as the columns that they fill. */

export interface ChildRow {
  institution_id: string;
  id: string;
  code: string;
  birth_month: CalendarDate | null;
  sex: Sex;
  group_id: string;
  left_on: CalendarDate | null;
  created_at: string;
}

export interface ConsentRow {
  institution_id: string;
  id: string;
  child_id: string;
  given_on: CalendarDate;
  withdrawn_on: CalendarDate | null;
  created_at: string;
}

export interface TestDayRow {
  institution_id: string;
  id: string;
  battery_id: string;
  wave: 'entry' | 'exit';
  held_on: CalendarDate;
  released_on: CalendarDate | null;
  released_by: string | null;
  state: 'planned' | 'closed';
  closed_at: string | null;
  closed_by: string | null;
  created_at: string;
}

export interface TestDayGroupRow {
  institution_id: string;
  test_day_id: string;
  group_id: string;
}

export interface AssessmentRow {
  institution_id: string;
  id: string;
  test_day_id: string;
  tested_on: CalendarDate;
  child_id: string;
  group_id: string;
  created_at: string;
}

export type NotDoneReason = 'ill' | 'refused' | 'injured' | 'support_needs' | 'time';

export interface ResultRow {
  institution_id: string;
  id: string;
  assessment_id: string;
  protocol_id: string;
  item_code: string;
  state: 'open' | 'done' | 'not_done' | 'invalid';
  reason: NotDoneReason | null;
  value: number | null;
}

export interface TrialRow {
  institution_id: string;
  id: string;
  result_id: string;
  number: number;
  value: number | null;
  valid: boolean;
  recorded_by: string;
  recorded_at: string;
}

export interface ScoreRow {
  institution_id: string;
  id: string;
  result_id: string;
  norm_set_id: string;
  value: number;
  age_years: number;
  sex: string;
  z: number;
  percentile: number;
  performance_percentile: number;
  class: number;
  computed_at: string;
}

export interface Measurements {
  children: ChildRow[];
  consents: ConsentRow[];
  testDays: TestDayRow[];
  testDayGroups: TestDayGroupRow[];
  assessments: AssessmentRow[];
  results: ResultRow[];
  trials: TrialRow[];
  scores: ScoreRow[];
}

export const CHILDREN: Table<ChildRow> = {
  name: 'children',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', code: 'text', birth_month: 'date', sex: 'text' },
    ...{ group_id: 'uuid', left_on: 'date', created_at: 'timestamptz' },
  },
};

export const CONSENTS: Table<ConsentRow> = {
  name: 'consents',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', child_id: 'uuid', given_on: 'date', withdrawn_on: 'date' },
    created_at: 'timestamptz',
  },
};

export const TEST_DAYS: Table<TestDayRow> = {
  name: 'test_days',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', battery_id: 'uuid', wave: 'text', held_on: 'date' },
    ...{ released_on: 'date', released_by: 'text', state: 'text', closed_at: 'timestamptz' },
    ...{ closed_by: 'uuid', created_at: 'timestamptz' },
  },
};

export const TEST_DAY_GROUPS: Table<TestDayGroupRow> = {
  name: 'test_day_groups',
  columns: { institution_id: 'uuid', test_day_id: 'uuid', group_id: 'uuid' },
};

export const ASSESSMENTS: Table<AssessmentRow> = {
  name: 'assessments',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', test_day_id: 'uuid', tested_on: 'date', child_id: 'uuid' },
    ...{ group_id: 'uuid', created_at: 'timestamptz' },
  },
};

export const RESULTS: Table<ResultRow> = {
  name: 'results',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', assessment_id: 'uuid', protocol_id: 'uuid', item_code: 'text' },
    ...{ state: 'text', reason: 'text', value: 'double precision' },
  },
};

export const TRIALS: Table<TrialRow> = {
  name: 'trials',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', result_id: 'uuid', number: 'integer' },
    ...{ value: 'double precision', valid: 'boolean', recorded_by: 'uuid', recorded_at: 'timestamptz' },
  },
};

export const SCORES: Table<ScoreRow> = {
  name: 'scores',
  columns: {
    ...{ institution_id: 'uuid', id: 'uuid', result_id: 'uuid', norm_set_id: 'uuid' },
    ...{ value: 'double precision', age_years: 'double precision', sex: 'text', z: 'double precision' },
    ...{ percentile: 'double precision', performance_percentile: 'double precision', class: 'integer' },
    computed_at: 'timestamptz',
  },
};
