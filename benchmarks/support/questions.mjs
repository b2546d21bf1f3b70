// The same questions as the product's, written by hand and apart from it: as somebody would ask them in psql, as superuser, without
// row-level security. Each answers numerator and denominator of every figure, so that a run also checks the numbers.

/** @param city the id of a municipality, or null for all; @param year the first calendar year of a school year that is over */
export function questions({ city, year }) {
  const [from, to] = [`date '${year}-08-01'`, `date '${year + 1}-07-31'`];
  const houses = `h as materialized (
    select i.id, i.kind, i.district_id, exists (select from participations p where p.institution_id = i.id and p.status <> 'requested'
      and p.started_on <= ${to} and coalesce(p.ended_on, 'infinity') >= ${from}) as takes_part
    from institutions i where i.merged_into is null and i.archived_at is null ${city ? `and i.municipality_id = '${city}'` : ''})`;
  const done = (name, schoolYear) => `${name} as materialized (
    select institution_id, group_id, sum(activities) as activities, sum(minutes) as minutes
    from activity_years where school_year = ${schoolYear} and institution_id in (select id from h) group by 1, 2)`;
  const weeks = `school_days as (
      select d::date as day, date_trunc('week', d)::date as monday from generate_series(${from}::timestamp - interval '6 days', ${to}::timestamp + interval '6 days', '1 day') d
      where extract(isodow from d) < 6 and date_trunc('week', d)::date + 3 between ${from} and ${to}
        and not exists (select from school_holidays s where s.state = 'NW' and d between s.first_day and s.last_day)),
    weeks as (
      select p.institution_id, s.monday from participations p join school_days s on s.day between p.started_on and coalesce(p.ended_on, 'infinity')
      where p.institution_id in (select id from h) and p.status <> 'requested' and not exists (
        select from closing_days k where k.institution_id = p.institution_id and s.day between k.first_day and k.last_day)
      group by 1, 2)`;
  const partners = '(select count(*) from h where takes_part)';
  const attended = `select r.staff_member_id, r.training_id, s.held_on, least(a.minutes, extract(epoch from s.ends_at - s.starts_at) / 60 - s.break_minutes) as minutes
    from training_attendances a join training_registrations r on r.institution_id = a.institution_id and r.id = a.registration_id
      join training_sessions s on s.id = a.session_id where a.state = 'present'`;
  const held = `${attended} and s.held_on between ${from} and ${to} and a.institution_id in (select id from h)`;
  const talks = `select * from coach_contacts c where c.state = 'held' and c.institution_id in (select id from h)`;
  const bookedOn = `coalesce(b.delivered_on, b.planned_on, b.wished_from, b.wished_to, (b.created_at at time zone 'Europe/Berlin')::date)`;
  return {
    reach: `with ${houses}, ${done('d', year)}, g as (
        select g.size, d.group_id is not null as done from groups g left join d on d.institution_id = g.institution_id and d.group_id = g.id
        where g.school_year = ${year} and g.archived_at is null and g.institution_id in (select id from h where takes_part))
      select ${partners} as a1, (select count(*) from h) as a2, (select count(*) from h where takes_part and id in (select institution_id from d)) as b1, ${partners} as b2,
        (select sum(size) filter (where done) from g) as c1, (select sum(size) from g) as c2, (select count(*) filter (where done) from g) as d1, (select count(*) from g) as d2`,
    dose: `with ${houses}, ${done('d', year)}, ${weeks}, g as (select institution_id, count(*) as n from d group by 1),
        m as (select institution_id, date_trunc('week', week)::date as monday, sum(minutes) as minutes from activity_weeks
          where institution_id in (select institution_id from g) and week between ${from} - 6 and ${to} + 6 group by 1, 2)
      select (select sum(minutes) from weeks join m using (institution_id, monday)) as a1, (select sum(g.n) from weeks join g using (institution_id)) as a2,
        (select sum(activities) from d) as b1, null as b2, (select sum(minutes) from d) as c1, null as c2`,
    adoption: `with ${houses}, b as materialized (
        select b.institution_id, m.audience from module_bookings b join modules m on m.id = b.module_id
        where b.state <> 'cancelled' and b.institution_id in (select id from h) and ${bookedOn} between ${from} and ${to})
      select (select count(*) from b) as a1, ${partners} as a2, (select count(distinct institution_id) from b where audience = 'children') as b1, ${partners} as b2,
        (select count(distinct institution_id) from b where audience = 'parents') as c1, ${partners} as c2,
        (select count(distinct institution_id) from b where audience = 'staff') as d1, ${partners} as d2`,
    fidelity: `with ${houses} select count(*) filter (where state = 'delivered') as a1, count(*) as a2 from module_bookings
      where state <> 'wished' and planned_on between ${from} and ${to} and institution_id in (select id from h)`,
    training: `with ${houses}, works as (
        select distinct p.institution_id, p.staff_member_id from staff_positions p where p.institution_id in (select id from h where takes_part)
          and coalesce(p.since, '-infinity') <= ${to} and coalesce(p.until, 'infinity') >= ${to}),
        trained as (select staff_member_id from (${attended} and s.held_on <= ${to}) t group by 1 having sum(minutes) >= 180),
        held as materialized (${held})
      select (select count(distinct staff_member_id) from works where staff_member_id in (select * from trained)) as a1, (select count(distinct staff_member_id) from works) as a2,
        (select count(*) from (select from works where staff_member_id in (select * from trained) group by institution_id having count(*) > 1) t) as b1, ${partners} as b2,
        (select round(coalesce(sum(minutes), 0) / 45, 1) from held) as c1, null as c2, (select count(distinct staff_member_id) from held) as d1, null as d2,
        (select count(distinct training_id) from held) as e1, null as e2`,
    coaching: `with ${houses}, t as materialized (${talks} and c.held_on <= ${to}), now as (select * from t where held_on >= ${from}),
        last as (select ${to} - max(held_on) as days from t where institution_id in (select id from h where takes_part) group by institution_id)
      select (select count(*) from now) as a1, ${partners} as a2, (select sum(minutes) / 60.0 from now) as b1, ${partners} as b2,
        (select coalesce(sum(days), 0) from last) as c1, (select count(*) from last) as c2,
        (select count(*) from h where takes_part and id not in (select institution_id from now)) as d1, ${partners} as d2`,
    'reporting-rate': `with ${houses}, ${weeks}, w as (
        select institution_id, date_trunc('week', week)::date as monday, sum(on_time) > 0 as on_time from activity_weeks
        where institution_id in (select id from h) and week between ${from} - 6 and ${to} + 6 group by 1, 2)
      select count(w.monday) as a1, count(*) as a2, count(*) filter (where on_time) as b1, count(w.monday) as b2 from weeks left join w using (institution_id, monday)`,
    maintenance: `with ${houses}, now as (select distinct institution_id from activity_years where school_year = ${year} and activities > 0),
        before as (select distinct institution_id from activity_years where school_year = ${year - 1} and activities > 0 and institution_id in (select id from h))
      select count(now.institution_id) as a1, count(*) as a2 from before left join now using (institution_id)`,
    headline: `with ${houses}, ${done('d', year)}, held as materialized (${held}), b as materialized (
        select m.format, b.parents from module_bookings b join modules m on m.id = b.module_id
        where b.state = 'delivered' and b.delivered_on between ${from} and ${to} and b.institution_id in (select id from h))
      select (select count(*) from (${talks} and c.held_on between ${from} and ${to}) t) as a1, null as a2, (select count(distinct training_id) from held) as b1, null as b2,
        (select count(*) from b where format = 'talk') as c1, null as c2, (select count(*) from b where format = 'workshop') as d1, null as d2,
        (select count(*) from b where format in ('project', 'sports_festival', 'kick_off', 'athlete_visit', 'closing')) as e1, null as e2, ${partners} as f1, null as f2,
        (select sum(g.size) from groups g join d on d.institution_id = g.institution_id and d.group_id = g.id) as g1, null as g2,
        (select count(distinct staff_member_id) from held) as h1, null as h2, (select coalesce(sum(parents), 0) from b) as i1, null as i2`,
  };
}

/** What the overview answers, by its parts. */
export function overviewQuestions({ city, year }) {
  const last = `date '${year + 1}-07-31'`;
  const of = city ? `and i.municipality_id = '${city}'` : '';
  const houses = `select i.id, i.kind, i.district_id from institutions i where i.merged_into is null and i.archived_at is null ${of}`;
  const takesPart = `exists (select from participations p where p.institution_id = h.id and p.status <> 'requested' and p.started_on <= ${last}
    and coalesce(p.ended_on, 'infinity') >= date '${year}-08-01')`;
  const done = `(select institution_id, group_id, sum(activities) as n, sum(minutes) as minutes from activity_years
    where school_year = ${year} group by 1, 2)`;
  const perHouse = `h as materialized (${houses}), g as (
      select g.institution_id, count(*) as groups, count(d.group_id) as active, sum(g.size) as size, sum(g.size) filter (where d.group_id is not null) as reached,
        sum(d.n) as activities, sum(d.minutes) as minutes
      from groups g left join ${done} d on d.institution_id = g.institution_id and d.group_id = g.id
      where g.school_year = ${year} and g.institution_id in (select id from h) group by 1)`;
  return [
    `with ${perHouse} select h.kind, count(*), count(*) filter (where ${takesPart}) as takes_part, count(*) filter (where g.active > 0) as active
      from h left join g on g.institution_id = h.id group by grouping sets ((h.kind), ())`,
    `with ${perHouse} select sum(groups), sum(active), sum(size), sum(reached) as reached from g`,
    `with h as (${houses}) select date_trunc('week', week)::date, sum(activities) as activities, sum(minutes) as minutes from activity_weeks
      where institution_id in (select id from h) and week between date '${year}-08-01' and ${last} group by 1 order by 1`,
    `with h as (${houses}) select focus_area, sum(activities), sum(minutes) from activity_years where school_year = ${year} and institution_id in (select id from h) group by 1`,
    `with ${perHouse} select d.name, count(*), count(*) filter (where ${takesPart}), count(*) filter (where g.active > 0), sum(g.activities), sum(g.minutes), sum(g.reached)
      from h join districts d on d.id = h.district_id left join g on g.institution_id = h.id group by d.id, d.name`,
    `with h as (${houses}), q as (select h.id, (select max(a.held_on) from activities a where a.institution_id = h.id and a.deleted_at is null and a.held_on <= ${last}) as last_on from h where ${takesPart})
      select i.name, i.phone, q.last_on from q join institutions i on i.id = q.id where coalesce(q.last_on, '-infinity') < ${last} - 40 order by q.last_on limit 10`,
  ];
}
