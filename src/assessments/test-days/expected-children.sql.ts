/** Whether the parents of the child c have consented at the day of the test d, and have not taken it back. */
export const HAS_CONSENT = `exists (select from consents s where s.institution_id = c.institution_id and s.child_id = c.id
  and s.withdrawn_on is null and s.given_on <= d.held_on)`;

/** Whether the child c belongs to a group of the test day d and was in the house on the day. */
export const IS_IN_DAY = `coalesce(c.left_on, 'infinity') >= d.held_on and c.group_id in (select t.group_id from test_day_groups t
  where t.institution_id = d.institution_id and t.test_day_id = d.id)`;

/**
 * From-clause over the children c of a test day d whose results may be stored, each with its assessment a if there is one. Whoever has
 * results stays in, whatever group the child is in by now.
 */
export const EXPECTED_CHILDREN = `from children c
  left join assessments a on a.institution_id = c.institution_id and a.child_id = c.id and a.test_day_id = d.id
  where c.institution_id = d.institution_id and (a.id is not null or (${IS_IN_DAY} and ${HAS_CONSENT}))`;
