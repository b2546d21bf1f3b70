import type { IntegrityCheck } from './check.js';

/** Where each kind of thing that the journal names would be again. */
const AGAIN: Record<string, string> = {
  child: 'children x on x.id = e.object_id',
  account: 'accounts x on x.id = e.object_id',
  staff_member: 'staff_members x on x.id = e.object_id',
  activity: 'activities x on x.id = e.object_id',
  assessment: 'assessments x on x.id = e.object_id',
  test_day: `test_days x on x.id = e.object_id and x.origin = 'brought'`,
  // The paper's row stays, as withdrawn.
  consent: 'consents x on x.id = e.object_id and x.withdrawn_on is null',
};

const FOUND = Object.entries(AGAIN).map(
  ([type, there]) => `select from erasures e join ${there} where e.object_type = '${type}'`,
);

/** What was erased, and is there again: a backup was put back without the journal of what has been erased since. */
export const ERASED: IntegrityCheck = {
  code: 'erased',
  found: 'bad',
  sql: `select count(*)::int as count from (${FOUND.join(' union all ')}) found`,
};
