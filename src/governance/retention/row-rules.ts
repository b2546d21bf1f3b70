import type { RowRule } from './retention-rule.js';

/** The day after `days` days from the Berlin day of an instant has come. */
const passed = (instant: string, period: string): string =>
  `(${instant} at time zone 'Europe/Berlin')::date < ($1::date - interval '${period}')::date`;
const pastDay = (day: string, period: string): string => `${day} < ($1::date - interval '${period}')::date`;

// What lies before this school year is over for a whole school year: kept until 31 July of the following one.
const FIRST_KEPT_YEAR = 'activity_school_year($1::date) - 1';
const FIRST_KEPT_DAY = `make_date(${FIRST_KEPT_YEAR}, 8, 1)`;

/** The last school year in which the child was in the house. */
const LAST_YEAR = `coalesce(activity_school_year(t.left_on), greatest(
  (select g.school_year from groups g where g.institution_id = t.institution_id and g.id = t.group_id),
  activity_school_year((t.created_at at time zone 'Europe/Berlin')::date)))`;
const TESTS_OF_CHILD =
  'select from assessments a where a.institution_id = t.institution_id and a.child_id = t.id';
const TESTS_OF_DAY =
  'select from assessments a where a.institution_id = t.institution_id and a.test_day_id = t.id';

const ABOUT_CHILDREN: RowRule[] = [
  {
    ...{ code: 'assessments', table: 'assessments', key: ['institution_id', 'id'], town: 'institution' },
    due: `t.tested_on < ${FIRST_KEPT_DAY}`,
    ...{ journal: 'assessment', children: true },
  },
  {
    ...{ code: 'test_days', table: 'test_days', key: ['institution_id', 'id'], town: 'institution' },
    due: `t.held_on < ${FIRST_KEPT_DAY}`,
    ready: `not exists (${TESTS_OF_DAY})`,
    journal: 'test_day',
  },
  {
    ...{ code: 'children', table: 'children', key: ['institution_id', 'id'], town: 'institution' },
    due: `${LAST_YEAR} < ${FIRST_KEPT_YEAR} and not exists (${TESTS_OF_CHILD} and a.tested_on >= ${FIRST_KEPT_DAY})`,
    ready: `not exists (${TESTS_OF_CHILD})`,
    ...{ journal: 'child', children: true },
  },
  {
    // Redeemed, it ties the child in the old house to the one in the new house, so that a withdrawal reaches both.
    ...{
      code: 'child_transfers',
      table: 'child_transfers',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: `case when t.redeemed_at is null then ${pastDay('t.expires_on', '30 days')} else t.to_child_id is null end`,
    children: true,
  },
  {
    ...{ code: 'held_entries', table: 'held_entries', key: ['institution_id', 'id'], town: 'institution' },
    due: `t.settled_at is null and ${passed('t.arrived_at', '400 days')}`,
    children: true,
  },
];

const ABOUT_WORK: RowRule[] = [
  {
    ...{ code: 'activities', table: 'activities', key: ['institution_id', 'id'], town: 'institution' },
    due: pastDay('t.held_on', '3 years'),
    journal: 'activity',
  },
  {
    ...{
      code: 'deleted_activities',
      table: 'activities',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: passed('t.deleted_at', '30 days'),
    journal: 'activity',
  },
  {
    ...{
      code: 'coach_contacts',
      table: 'coach_contacts',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: `${pastDay('t.held_on', '3 years')} and num_nonnulls(t.topics, t.next_step, t.coach_id) > 0`,
    blank: `topics = null, next_step = null, next_step_due = null, next_step_done_on = null, coach_id = null,
      creation_digest = null, version = t.version + 1`,
  },
  {
    ...{
      code: 'module_bookings',
      table: 'module_bookings',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: `${pastDay(`coalesce(t.delivered_on, t.cancelled_on, t.planned_on, (t.created_at at time zone 'Europe/Berlin')::date)`, '3 years')}
      and t.remarks is not null`,
    blank: 'remarks = null, creation_digest = null, version = t.version + 1',
  },
  {
    ...{
      code: 'coach_assignments',
      table: 'coach_assignments',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: `${pastDay('t.last_day', '3 years')} and t.account_id is not null`,
    blank: 'account_id = null, creation_digest = null, version = t.version + 1',
  },
  {
    ...{
      code: 'activity_reminders',
      table: 'activity_reminders',
      key: ['institution_id', 'id'],
      town: 'institution',
    },
    due: pastDay('t.reminded_on', '3 years'),
  },
  {
    ...{ code: 'letters', table: 'mail_outbox', key: ['id'], town: 'municipality' },
    due: `${passed('t.created_at', '90 days')} and t.state <> 'waiting'`,
  },
  {
    ...{ code: 'settled_entries', table: 'held_entries', key: ['institution_id', 'id'], town: 'institution' },
    due: passed('t.settled_at', '30 days'),
  },
  {
    ...{ code: 'sealed_arrivals', table: 'sealed_arrivals', key: ['id'], town: null },
    due: passed('t.arrived_at', '400 days'),
  },
  {
    // Rows and changes go along.
    ...{ code: 'imports', table: 'imports', key: ['id'], town: 'municipality' },
    due: passed('coalesce(t.committed_at, t.created_at)', '30 days'),
  },
];

const ABOUT_SIGNING_IN: RowRule[] = [
  {
    ...{ code: 'sessions', table: 'sessions', key: ['id'], town: null },
    due: passed('least(t.idle_until, t.expires_at)', '0 days'),
  },
  {
    ...{ code: 'sign_in_throttles', table: 'sign_in_throttles', key: ['key'], town: null },
    due: passed('t.last_failure_at', '1 day'),
  },
  {
    ...{ code: 'invitations', table: 'invitations', key: ['id'], town: 'municipality' },
    due: passed('coalesce(t.accepted_at, t.withdrawn_at, t.expires_at)', '30 days'),
  },
  {
    ...{ code: 'password_resets', table: 'password_resets', key: ['id'], town: null },
    due: passed('t.expires_at', '30 days'),
  },
  {
    ...{ code: 'access_tokens', table: 'access_tokens', key: ['id'], town: null },
    due: pastDay('t.expires_on', '30 days'),
  },
  {
    ...{ code: 'sealing_keys', table: 'sealing_keys', key: ['kid'], town: null },
    due: passed('t.valid_until', '400 days'),
  },
  {
    ...{ code: 'maintenance_runs', table: 'maintenance_runs', key: ['id'], town: null },
    due: passed('t.started_at', '1 year'),
  },
];

/** In the order in which they are carried out: tests before their days and children. */
export const ROW_RULES: readonly RowRule[] = [...ABOUT_CHILDREN, ...ABOUT_WORK, ...ABOUT_SIGNING_IN];
