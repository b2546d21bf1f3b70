const ITEMS = `(select jsonb_agg(jsonb_build_object('itemCode', n.item_code, 'itemTitle', t.title, 'unit', n.unit, 'direction', n.direction,
      'ranges', (select coalesce(jsonb_agg(jsonb_build_object('sex', r.sex, 'ageFrom', r.first, 'ageTo', r.last) order by r.sex), '[]')
        from (select sex, min(age_years) as first, max(age_years) as last from norm_rows
              where norm_set_id = n.norm_set_id and item_code = n.item_code group by sex) r)) order by t.position)
    from norm_items n join test_items t on t.code = n.item_code where n.norm_set_id = s.id)`;

const USED_BY = `(select jsonb_agg(u order by u.title, u.version desc)
    from (select b.id as "batteryId", b.title, b.version, array_agg(c.item_code order by t.position) as "itemCodes"
      from battery_norms c join test_batteries b on b.id = c.battery_id join test_items t on t.code = c.item_code
      where c.norm_set_id = s.id and c.replaced_at is null group by b.id) u)`;

/** Sets of norms with what they cover and who uses them. */
export const NORM_SET = `
  select s.id, s.code, s.version, s.title, s.source, s.population, s.years, s.licence, s.derived, s.note,
    to_json(s.created_at) #>> '{}' as "createdAt",
    not exists (select from norm_sets n where n.code = s.code and n.version > s.version) as current,
    coalesce(${ITEMS}, '[]') as items, coalesce(${USED_BY}, '[]') as "usedBy"
  from norm_sets s`;
