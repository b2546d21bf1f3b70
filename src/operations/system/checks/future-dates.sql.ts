import type { IntegrityCheck } from './check.js';

/** What has happened, and yet bears a date that is still to come: the clock was wrong when it was entered. */
export const FUTURE_DATES: IntegrityCheck = {
  code: 'future_dates',
  found: 'attention',
  sql: `
    select ((select count(*) from activities where held_on > (select app_today()) and deleted_at is null)
      + (select count(*) from coach_contacts where held_on > (select app_today()) and state = 'held')
      + (select count(*) from assessments where tested_on > (select app_today()))
      + (select count(*) from consents where given_on > (select app_today()))
      + (select count(*) from audit_events where at > now() + interval '1 minute'))::int as count`,
};
