// Cities of Herne's size: 87 houses of which 75 take part, 50,000 activities over three school years, and all that surrounds them.
// City 1 is the same whatever the number of cities, so that what grows is only what is around it. Ids come from names (md5), days and
// numbers from hashes: the same call makes the same cities.
import { once } from 'node:events';
import { from as copyFrom } from 'pg-copy-streams';

export const HOUSES = 87;
export const PARTICIPATING = 75;
export const ACTIVITIES = 50_000;
const YEARS = 3;
const GROUPS = 5;
const STAFF = 12;
const FOCUS = [
  'health_promotion',
  'active_learning',
  'inclusion_paralympics',
  'fairplay_teamwork',
  'global_learning',
];
const DAY_MS = 86_400_000;
const ROWS_A_CHUNK = 2_000;

/** The first calendar year of the running school year. */
export function schoolYearOf(today) {
  return Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
}

/** An id of the generated cities, as the database makes it: a valid UUID (version 8, of our own making). */
export function idSql(...parts) {
  return `overlay(overlay(md5(concat_ws('/', ${parts.join(', ')})) placing '8' from 13) placing '8' from 17)::uuid`;
}

/**
 * Fills an empty, migrated database. Slow parts are loaded past triggers, foreign keys and indexes, which are made afterwards, in bulk.
 * @param client a superuser's connection
 */
export async function makeCities(client, { cities, today }) {
  const first = schoolYearOf(today) - YEARS + 1;
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
  );
  for (const statement of surroundings(cities, first, today)) await client.query(statement);
  const indexes = await dropIndexes(client, 'activities');
  await copyActivities(client, { cities, first, today });
  for (const { definition } of indexes) await client.query(definition);
  await client.query(
    `set session_replication_role = origin; select rebuild_activity_sums(); reset synchronous_commit`,
  );
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

/** Everything but activities, one statement for each table. */
function surroundings(cities, first, today) {
  const city = `generate_series(1, ${cities}) c`;
  const house = `${city}, generate_series(1, ${HOUSES}) h`;
  const partner = `${city}, generate_series(1, ${PARTICIPATING}) h`;
  const year = `generate_series(${first}, ${first + YEARS - 1}) y`;
  const houseId = idSql(`'house'`, 'c', 'h');
  // A whole number from 0 to n - 1 that hangs on the named things only.
  const some = (n, ...parts) => `(hashtext(concat_ws('/', ${parts.join(', ')})) & 1048575) % ${n}`;
  const dayOf = (...parts) => `(make_date(y, 8, 1) + ${some(365, ...parts)})`;
  const bookedOn = dayOf(`'booked'`, 'c', 'h', 'y', 'n');
  const talkOn = dayOf(`'talk'`, 'c', 'h', 'y', 'n');
  const trainedOn = dayOf(`'training'`, 'c', 'y', 'n');
  const past = (day) => `${day} <= date '${today}'`;
  return [
    `insert into modules (id, focus_area, audience, format, title)
       select ${idSql(`'module'`, 'f', 'a')}, f, a, (array['workshop', 'talk', 'project', 'sports_festival', 'kick_off'])[n], 'Modul ' || f || ' ' || a
       from unnest('{${FOCUS.join(',')}}'::text[]) with ordinality f (f, n), unnest('{children,parents,staff}'::text[]) a`,
    `insert into municipalities (id, name, key) select ${idSql(`'city'`, 'c')}, 'Stadt ' || c, lpad(c::text, 8, '0') from ${city}`,
    `insert into districts (id, municipality_id, name, position, social_situation, social_situation_source, social_situation_year)
       select ${idSql(`'district'`, 'c', 'd')}, ${idSql(`'city'`, 'c')}, 'Bezirk ' || d, d, (array['low', 'medium', 'high', 'high'])[d], 'Bericht', ${first}
       from ${city}, generate_series(1, 4) d`,
    `insert into district_names (district_id, first_day, name) select id, '-infinity', name from districts`,
    `insert into institutions (id, municipality_id, district_id, kind, name, short_code, provider_kind, family_centre, social_index, social_index_year,
         social_situation, social_situation_source, social_situation_year, latitude, longitude, places, staff_count)
       select ${houseId}, ${idSql(`'city'`, 'c')}, ${idSql(`'district'`, 'c', '1 + h % 4')}, kind, 'Haus ' || h, 'H' || h,
         (array['municipal', 'protestant', 'catholic', 'awo', 'caritas', 'parity'])[1 + h % 6], kind = 'kita' and h % 3 = 0,
         case kind when 'school' then 1 + h % 9 end, case kind when 'school' then ${first} end,
         case when kind = 'kita' and h % 2 = 0 then (array['low', 'medium', 'high'])[1 + h % 3] end,
         case when kind = 'kita' and h % 2 = 0 then 'Stadt' end, case when kind = 'kita' and h % 2 = 0 then ${first} end,
         51.5 + h / 1000.0, 7.2 + c / 1000.0, 80, ${STAFF}
       from ${house}, lateral (select case when h % 4 = 0 then 'school' else 'kita' end as kind) k`,
    `insert into institution_districts (institution_id, first_day, district_id) select id, '-infinity', district_id from institutions`,
    // One in ten joined in the second year.
    `insert into participations (institution_id, id, status, started_on)
       select ${houseId}, ${idSql(`'participation'`, 'c', 'h')}, 'active', make_date(${first} + (h % 10 = 0)::int, 8, 1) from ${partner}`,
    `insert into groups (institution_id, id, name, school_year, size)
       select ${houseId}, ${idSql(`'group'`, 'c', 'h', 'y', 'g')}, 'Gruppe ' || g, y, 15 + ${some(11, `'size'`, 'c', 'h', 'y', 'g')}
       from ${house}, ${year}, generate_series(1, ${GROUPS}) g`,
    `insert into group_sizes (institution_id, group_id, valid_from, size) select institution_id, id, make_date(school_year, 8, 1), size from groups`,
    `insert into accounts (id, email, name)
       select ${idSql(`'educator'`, 'c', 'h')}, 'fachkraft-' || c || '-' || h || '@demo.invalid', 'Fachkraft ' || h from ${partner}
       union all select ${idSql(`'coach'`, 'c')}, 'coach-' || c || '@demo.invalid', 'Coach' from ${city}
       union all select ${idSql(`'coordinator'`, 'c')}, 'koordination-' || c || '@demo.invalid', 'Koordination' from ${city}
       union all select ${idSql(`'programme lead'`)}, 'leitung@demo.invalid', 'Programmleitung'`,
    `insert into account_roles (id, account_id, role, institution_id, municipality_id)
       select gen_random_uuid(), ${idSql(`'educator'`, 'c', 'h')}, 'educator', ${houseId}, null::uuid from ${partner}
       union all select gen_random_uuid(), ${idSql(`'coach'`, 'c')}, 'coach', null, ${idSql(`'city'`, 'c')} from ${city}
       union all select gen_random_uuid(), ${idSql(`'coordinator'`, 'c')}, 'coordinator', null, ${idSql(`'city'`, 'c')} from ${city}
       union all select gen_random_uuid(), ${idSql(`'programme lead'`)}, 'programme_lead', null, null`,
    `insert into coach_assignments (institution_id, id, account_id, first_day)
       select ${houseId}, ${idSql(`'assignment'`, 'c', 'h')}, ${idSql(`'coach'`, 'c')}, make_date(${first}, 8, 1) from ${partner}`,
    `insert into coach_contacts (institution_id, id, coach_id, state, way, held_on, minutes)
       select ${houseId}, ${idSql(`'talk'`, 'c', 'h', 'y', 'n')}, ${idSql(`'coach'`, 'c')}, 'held', 'on_site', ${talkOn}, 30 + 15 * (n % 4)
       from ${partner}, ${year}, generate_series(1, 6) n where ${past(talkOn)}`,
    `insert into module_bookings (institution_id, id, module_id, state, planned_on, delivered_on, minutes, children, parents, staff, created_at)
       select ${houseId}, ${idSql(`'booking'`, 'c', 'h', 'y', 'n')},
         ${idSql(`'module'`, `(array['${FOCUS.join(`', '`)}'])[1 + (h + n) % 5]`, `(array['children', 'parents', 'staff'])[1 + n % 3]`)},
         case when held then 'delivered' else 'planned' end, day, case when held then day end, case when held then 90 end,
         case when held then 18 end, case when held then 6 end, case when held then 4 end, day - interval '20 days'
       from ${partner}, ${year}, generate_series(1, 4) n,
         lateral (select ${bookedOn} as day) b, lateral (select ${past('day')} and (h + n) % 9 > 0 as held) s`,
    `insert into staff_members (institution_id, id, name, function)
       select ${houseId}, ${idSql(`'staff'`, 'c', 'h', 'n')}, 'Mensch ' || n, 'educator' from ${house}, generate_series(1, ${STAFF}) n`,
    `insert into staff_positions (institution_id, id, staff_member_id, since)
       select ${houseId}, ${idSql(`'position'`, 'c', 'h', 'n')}, ${idSql(`'staff'`, 'c', 'h', 'n')}, make_date(${first}, 8, 1)
       from ${house}, generate_series(1, ${STAFF}) n`,
    `insert into trainings (id, municipality_id, title, focus_area, capacity, state, confirmed, arrivals)
       select ${idSql(`'training'`, 'c', 'y', 'n')}, ${idSql(`'city'`, 'c')}, 'Fortbildung ' || n, (array['${FOCUS.join(`', '`)}'])[1 + n % 5], 20,
         case when ${past(trainedOn)} then 'completed' else 'open' end, 15, 15
       from ${city}, ${year}, generate_series(1, 12) n`,
    `insert into training_sessions (training_id, id, held_on, starts_at, ends_at)
       select ${idSql(`'training'`, 'c', 'y', 'n')}, ${idSql(`'session'`, 'c', 'y', 'n', 's')}, ${trainedOn} + 7 * s, '09:00', '12:00'
       from ${city}, ${year}, generate_series(1, 12) n, generate_series(0, 1) s`,
    `insert into training_registrations (institution_id, id, training_id, staff_member_id, state, arrival)
       select ${houseId}, ${idSql(`'registration'`, 'c', 'y', 'n', 'r')}, ${idSql(`'training'`, 'c', 'y', 'n')},
         ${idSql(`'staff'`, 'c', 'h', `1 + (n + y) % ${STAFF}`)}, 'confirmed', r
       from ${city}, ${year}, generate_series(1, 12) n, generate_series(1, 15) r, lateral (select 1 + (n * 15 + r) % ${PARTICIPATING} as h) x`,
    `insert into training_attendances (institution_id, id, registration_id, session_id, state, minutes)
       select r.institution_id, ${idSql('r.id', 's.id')}, r.id, s.id, case when seat = 0 then 'absent' else 'present' end,
         case when seat = 0 then 0 else 180 end
       from training_registrations r join training_sessions s on s.training_id = r.training_id, lateral (select r.arrival % 8 as seat) x
       where ${past('s.held_on')}`,
    `insert into targets (id, municipality_id, school_year, institutions, children, teaching_units)
       select ${idSql(`'target'`, 'c', 'y')}, ${idSql(`'city'`, 'c')}, y, 80, 5000, 900 from ${city}, ${year}`,
    `insert into closing_days (institution_id, id, first_day, last_day, reason)
       select ${houseId}, ${idSql(`'closed'`, 'c', 'h', 'y')}, ${dayOf(`'closed'`, 'c', 'h', 'y')}, ${dayOf(`'closed'`, 'c', 'h', 'y')} + 2, 'Teamtage'
       from ${partner}, ${year}`,
  ];
}

async function dropIndexes(client, table) {
  const { rows } = await client.query(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = $1 and indexname !~ '_pk$'`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}

async function copyActivities(client, { cities, first, today }) {
  const ids = await client.query(`
    select i.id as house, a.id as author, extract(year from p.started_on)::int > ${first} as late, array_agg(g.id order by g.school_year, g.name) as groups
    from institutions i join participations p on p.institution_id = i.id join account_roles r on r.institution_id = i.id
      join accounts a on a.id = r.account_id join groups g on g.institution_id = i.id
      join municipalities m on m.id = i.municipality_id
    group by i.id, a.id, p.started_on, m.key, i.short_code order by m.key, i.short_code`);
  const into = client.query(
    copyFrom(
      `copy activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present, place, created_at) from stdin`,
    ),
  );
  const lines = activityLines(ids.rows, { cities, first, today });
  for (const chunk of lines) if (!into.write(chunk)) await once(into, 'drain');
  into.end();
  await once(into, 'finish');
}

/** Text for COPY; each house has its share, spread over all its weekdays until today. */
function* activityLines(houses, { cities, first, today }) {
  const days = weekdays(first, today);
  const later = days.filter(({ year }) => year > 0);
  let [chunk, inChunk, serial] = ['', 0, 0];
  for (let number = 0; number < cities * ACTIVITIES; number += 1) {
    const house = houses[number % houses.length];
    serial += 1;
    chunk += activityLine(house, house.late ? later : days, number, serial);
    inChunk += 1;
    if (inChunk === ROWS_A_CHUNK) {
      yield chunk;
      [chunk, inChunk] = ['', 0];
    }
  }
  yield chunk;
}

function activityLine(house, days, number, serial) {
  // A multiplicative hash: evenly spread, and the same each time.
  const random = Math.imul(number + 1, 2654435761) >>> 0;
  const day = days[random % days.length];
  const group = house.groups[day.year * GROUPS + ((random >>> 8) % GROUPS)];
  const minutes = 15 + 5 * ((random >>> 4) % 10);
  const entered = new Date(day.time + ((random >>> 6) % 12) * DAY_MS + 43_200_000);
  return `${house.house}\t${idOf(entered.getTime(), serial)}\t${group}\t${house.author}\t${day.text}\t${FOCUS[(random >>> 12) % 5]}\t${minutes}\t${
    10 + ((random >>> 16) % 10)
  }\t${random % 3 === 0 ? 'hall' : 'room'}\t${entered.toISOString()}\n`;
}

/** As a client makes them: UUIDv7, ordered by the time of entry. */
function idOf(time, serial) {
  const stamp = time.toString(16).padStart(12, '0');
  const rest = serial.toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${rest}`;
}

function weekdays(first, today) {
  const days = [];
  for (let time = Date.UTC(first, 7, 1); time <= Date.parse(today); time += DAY_MS) {
    const date = new Date(time);
    const text = date.toISOString().slice(0, 10);
    if (date.getUTCDay() % 6 !== 0) days.push({ time, text, year: schoolYearOf(text) - first });
  }
  return days;
}
