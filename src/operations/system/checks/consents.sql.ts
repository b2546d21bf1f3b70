import type { IntegrityCheck } from './check.js';

/** Tests of children whose parents have not consented, or whose consent began after the day of the test. */
export const CONSENTS: IntegrityCheck = {
  code: 'consents',
  found: 'bad',
  sql: `
    select count(*)::int as count from assessments a join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
      where not exists (select from consents c where c.institution_id = a.institution_id and c.child_id = a.child_id
        and c.withdrawn_on is null and (c.given_on <= a.tested_on or d.origin = 'brought'))`,
};
