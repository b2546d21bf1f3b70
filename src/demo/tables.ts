import type {
  AccountRoleRow,
  AccountRow,
  ActivityRow,
  ClosingDayRow,
  CoachAssignmentRow,
  DistrictRow,
  GroupConfirmationRow,
  GroupRow,
  InstitutionContactRow,
  InstitutionRow,
  MunicipalityRow,
  ParticipationRow,
  ParticipationStepRow,
  TargetRow,
} from './demo-rows.js';

type ColumnType =
  'uuid' | 'text' | 'integer' | 'double precision' | 'boolean' | 'date' | 'time' | 'timestamptz' | 'text[]';

/** Where rows go, and the type in which each column travels. */
export interface Table<Row> {
  name: string;
  columns: Readonly<Record<keyof Row & string, ColumnType>>;
}

export const MUNICIPALITIES: Table<MunicipalityRow> = {
  name: 'municipalities',
  columns: { id: 'uuid', name: 'text', key: 'text', state: 'text' },
};

export const DISTRICTS: Table<DistrictRow> = {
  name: 'districts',
  columns: {
    id: 'uuid',
    municipality_id: 'uuid',
    name: 'text',
    position: 'integer',
    social_situation: 'text',
    social_situation_source: 'text',
    social_situation_year: 'integer',
  },
};

export const INSTITUTIONS: Table<InstitutionRow> = {
  name: 'institutions',
  columns: {
    id: 'uuid',
    municipality_id: 'uuid',
    district_id: 'uuid',
    kind: 'text',
    name: 'text',
    short_code: 'text',
    school_number: 'text',
    provider_kind: 'text',
    provider_name: 'text',
    legal_regime: 'text',
    street: 'text',
    postal_code: 'text',
    city: 'text',
    latitude: 'double precision',
    longitude: 'double precision',
    contact_name: 'text',
    contact_function: 'text',
    phone: 'text',
    email: 'text',
    family_centre: 'boolean',
    family_centre_since: 'date',
    movement_kita: 'boolean',
    movement_kita_since: 'date',
    plus_kita: 'boolean',
    plus_kita_since: 'date',
    all_day_school: 'boolean',
    all_day_school_since: 'date',
    social_index: 'integer',
    social_index_year: 'integer',
    social_situation: 'text',
    social_situation_source: 'text',
    social_situation_year: 'integer',
    places: 'integer',
    staff_count: 'integer',
    created_at: 'timestamptz',
  },
};

export const GROUPS: Table<GroupRow> = {
  name: 'groups',
  columns: { institution_id: 'uuid', id: 'uuid', name: 'text', school_year: 'integer', size: 'integer' },
};

export const GROUP_CONFIRMATIONS: Table<GroupConfirmationRow> = {
  name: 'group_confirmations',
  columns: { institution_id: 'uuid', school_year: 'integer', confirmed_at: 'timestamptz' },
};

export const ACCOUNTS: Table<AccountRow> = {
  name: 'accounts',
  columns: { id: 'uuid', email: 'text', name: 'text', created_at: 'timestamptz' },
};

export const ACCOUNT_ROLES: Table<AccountRoleRow> = {
  name: 'account_roles',
  columns: {
    id: 'uuid',
    account_id: 'uuid',
    role: 'text',
    institution_id: 'uuid',
    municipality_id: 'uuid',
    created_at: 'timestamptz',
  },
};

export const PARTICIPATIONS: Table<ParticipationRow> = {
  name: 'participations',
  columns: {
    institution_id: 'uuid',
    id: 'uuid',
    status: 'text',
    started_on: 'date',
    ended_on: 'date',
    reason: 'text',
    materials_on: 'date',
  },
};

export const PARTICIPATION_STEPS: Table<ParticipationStepRow> = {
  name: 'participation_steps',
  columns: {
    institution_id: 'uuid',
    id: 'uuid',
    participation_id: 'uuid',
    status: 'text',
    reached_on: 'date',
    reason: 'text',
    recorded_at: 'timestamptz',
    withdrawn_at: 'timestamptz',
    correction: 'text',
  },
};

export const CLOSING_DAYS: Table<ClosingDayRow> = {
  name: 'closing_days',
  columns: { institution_id: 'uuid', id: 'uuid', first_day: 'date', last_day: 'date', reason: 'text' },
};

export const INSTITUTION_CONTACTS: Table<InstitutionContactRow> = {
  name: 'institution_contacts',
  columns: {
    institution_id: 'uuid',
    id: 'uuid',
    name: 'text',
    function: 'text',
    phone: 'text',
    email: 'text',
  },
};

export const TARGETS: Table<TargetRow> = {
  name: 'targets',
  columns: {
    id: 'uuid',
    municipality_id: 'uuid',
    school_year: 'integer',
    institutions: 'integer',
    children: 'integer',
    teaching_units: 'integer',
    consultations: 'integer',
    weekly_minutes: 'integer',
  },
};

export const COACH_ASSIGNMENTS: Table<CoachAssignmentRow> = {
  name: 'coach_assignments',
  columns: { institution_id: 'uuid', id: 'uuid', account_id: 'uuid', first_day: 'date', last_day: 'date' },
};

export const ACTIVITIES: Table<ActivityRow> = {
  name: 'activities',
  columns: {
    institution_id: 'uuid',
    id: 'uuid',
    group_id: 'uuid',
    author_id: 'uuid',
    held_on: 'date',
    focus_area: 'text',
    minutes: 'integer',
    children_present: 'integer',
    adults_present: 'integer',
    place: 'text',
    note: 'text',
    created_at: 'timestamptz',
  },
};
