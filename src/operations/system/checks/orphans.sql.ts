import type { IntegrityCheck } from './check.js';

/** References that no foreign key can hold: in lists, from sums, and across two tables. */
export const ORPHANS: IntegrityCheck = {
  code: 'orphans',
  found: 'bad',
  sql: `
    select ((select count(*) from trainings t, unnest(t.district_ids) district
        where not exists (select from districts d where d.id = district and d.municipality_id = t.municipality_id))
      + (select count(*) from institutions i join districts d on d.id = i.district_id where d.municipality_id <> i.municipality_id)
      + (select count(*) from activity_years y
        where not exists (select from groups g where g.institution_id = y.institution_id and g.id = y.group_id))
      + (select count(*) from activity_weeks w where not exists (select from institutions i where i.id = w.institution_id)))::int as count`,
};
