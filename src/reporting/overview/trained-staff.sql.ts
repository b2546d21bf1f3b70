import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { type City, districtDay, housesAlone } from './houses.sql.js';
import type { TrainedFiguresDto, TrainedHouseDto } from './programme.dto.js';

/** Four teaching units of 45 minutes (docs/decisions/0010-what-figures-count.md). */
export const TRAINED_MINUTES = 180;

/**
 * Who works in a participating house on the period's day, and whether they have attended enough trainings by then, in whatever year: to
 * follow `houses` after WITH. One row per house and person; who works in two houses is in both.
 *
 * Hours are looked up person by person: where the two are joined, the planner, which cannot know how many there are, may go wrong.
 * @param focusArea only trainings about it
 */
export function team(city: City, parameters: Parameters, focusArea?: string): string {
  const asOf = `${parameters.add(city.period.asOf)}::date`;
  return `
    positions as (
      select distinct p.institution_id, p.staff_member_id
      from houses h cross join lateral (select p.institution_id, p.staff_member_id from staff_positions p
        where p.institution_id = h.id and coalesce(p.since, '-infinity') <= ${asOf}
          and coalesce(p.until, 'infinity') >= ${asOf} offset 0) p
      where h.participating),
    team as (
      select p.institution_id, p.staff_member_id, coalesce((
        select sum(least(a.minutes, ${SESSION_MINUTES}))
        from (select r.institution_id, r.id from training_registrations r where r.staff_member_id = p.staff_member_id offset 0) r
          cross join lateral (select a.session_id, a.minutes from training_attendances a
            where a.institution_id = r.institution_id and a.registration_id = r.id and a.state = 'present' offset 0) a
          cross join lateral (select s.* from training_sessions s where s.id = a.session_id offset 0) s
        where s.held_on <= ${asOf} and ${sessionAbout(focusArea, parameters)}), 0) >= ${TRAINED_MINUTES} as trained
      from positions p)`;
}

/** Sessions (`training_sessions s`) of trainings about a focus area; of all of them where none is asked for. */
export function sessionAbout(focusArea: string | undefined, parameters: Parameters): string {
  if (focusArea === undefined) return 'true';
  return `exists (select from trainings t where t.id = s.training_id and t.focus_area = ${parameters.add(focusArea)})`;
}

/** How much of the staff is trained, and how many houses have at least two who are? (Trained staff, of the RE-AIM figures.) */
export async function countTrained(database: Database, city: City): Promise<TrainedFiguresDto> {
  const parameters = new Parameters();
  const [row] = await database.query<Omit<TrainedFiguresDto, 'minutes'>>(
    `with ${housesAlone(city, parameters)}, ${team(city, parameters)}
     select count(distinct staff_member_id)::int as staff, (count(distinct staff_member_id) filter (where trained))::int as trained,
       (select count(*)::int from houses where participating) as institutions,
       (select count(*)::int from (select from team where trained group by institution_id having count(*) >= 2) two) as "withTwo"
     from team`,
    parameters.values,
  );
  return { minutes: TRAINED_MINUTES, ...(row ?? { staff: 0, trained: 0, institutions: 0, withTwo: 0 }) };
}

/** The houses behind it: how much of each team is trained, by name. */
export async function listTrained(
  database: Database,
  city: City,
  { after, limit }: { after: CursorKey | null; limit: number },
): Promise<TrainedHouseDto[]> {
  const parameters = new Parameters();
  const key = after?.map((value, i) => `${parameters.add(value)}::${i === 0 ? 'text' : 'uuid'}`);
  return database.query<TrainedHouseDto>(
    `with ${housesAlone(city, parameters)}, ${team(city, parameters)}
     select h.id as "institutionId", h.name, h.kind, d.name as "districtName",
       count(t.staff_member_id)::int as staff, (count(*) filter (where t.trained))::int as trained
     from houses h join ${districtsOn(districtDay(city, parameters))} d on d.id = h.district_id
       left join team t on t.institution_id = h.id
     where h.participating ${key ? `and (h.name, h.id) > (${key.join(', ')})` : ''}
     group by h.id, h.name, h.kind, d.name order by h.name, h.id limit ${parameters.add(limit)}`,
    parameters.values,
  );
}
