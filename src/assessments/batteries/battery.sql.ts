/** A protocol of `test_protocols p` with its task `test_items t`, as JSON. */
export const PROTOCOL = `jsonb_build_object('id', p.id, 'itemCode', p.item_code, 'itemTitle', t.title, 'version', p.version, 'title', p.title,
    'instructions', p.instructions, 'counting', p.counting, 'material', p.material, 'unit', p.unit, 'better', p.better, 'rule', p.rule,
    'trials', p.trials, 'trialLabels', p.trial_labels, 'minValue', p.min_value, 'maxValue', p.max_value, 'step', p.step,
    'ceiling', p.ceiling, 'timer', p.timer, 'timerSeconds', p.timer_seconds, 'lapMetres', p.lap_metres, 'createdAt', p.created_at,
    'current', not exists (select from test_protocols n where n.item_code = p.item_code and n.version > p.version))`;

const NORM = `(select jsonb_build_object('normSetId', s.id, 'title', s.title, 'version', s.version, 'derived', s.derived)
    from battery_norms c join norm_sets s on s.id = c.norm_set_id
    where c.battery_id = b.id and c.item_code = p.item_code and c.replaced_at is null)`;

/** Batteries with their tasks in order. */
export const BATTERY = `
  select b.id, b.code, b.version, b.title, b.description, b.kinds, b.age_from as "ageFrom", b.age_to as "ageTo", b.source,
    to_json(b.created_at) #>> '{}' as "createdAt",
    not exists (select from test_batteries n where n.code = b.code and n.version > b.version) as current,
    coalesce((select jsonb_agg(jsonb_build_object('position', i.position, 'optional', i.optional, 'protocol', ${PROTOCOL}, 'norm', ${NORM})
        order by i.position)
      from test_battery_items i join test_protocols p on p.id = i.protocol_id join test_items t on t.code = p.item_code
      where i.battery_id = b.id), '[]') as items
  from test_batteries b`;
