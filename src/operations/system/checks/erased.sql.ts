import type { IntegrityCheck } from './check.js';

/** What was erased, and is there again: a backup was put back without the journal of what has been erased since. */
export const ERASED: IntegrityCheck = {
  code: 'erased',
  found: 'bad',
  sql: `
    select count(*)::int as count from erasures e
      where (e.object_type = 'child' and exists (select from children c where c.id = e.object_id))
        or (e.object_type = 'account' and exists (select from accounts a where a.id = e.object_id))
        or (e.object_type = 'staff_member' and exists (select from staff_members s where s.id = e.object_id))`,
};
