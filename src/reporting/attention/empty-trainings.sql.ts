import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { inReach } from '../overview/houses.sql.js';
import { counted, NAMED } from './attention-houses.js';
import type { AttentionQueryDto, EmptyTrainingDto, EmptyTrainingsDto } from './attention.dto.js';

const WITHIN_DAYS = 14;
const BELOW_PERCENT = 40;

/**
 * Which trainings begin within two weeks and are nearly empty? Of the filter counts what a training itself has: its municipality, and the
 * kinds of houses and the districts it is for.
 */
export async function findEmptyTrainings(
  database: Database,
  { municipalityId, kind, districtId }: AttentionQueryDto,
): Promise<EmptyTrainingsDto> {
  const parameters = new Parameters();
  const where = (sql: (placeholder: string) => string, value: string | undefined): string =>
    value === undefined ? 'true' : sql(parameters.add(value));
  const rows = await database.query<EmptyTrainingDto & { count: number }>(
    `select t.id, t.title, t.municipality_id as "municipalityId", s.starts_on::text as "startsOn",
       s.starts_on - app_today() as "daysUntil", t.capacity, t.confirmed, t.state,
       coalesce(t.register_until, s.starts_on)::text as "registerBy", count(*) over ()::int as count
     from trainings t
       cross join lateral (select min(held_on) as starts_on from training_sessions where training_id = t.id) s
     where t.state in ('open', 'closed') and s.starts_on between app_today() and app_today() + ${WITHIN_DAYS}
       and t.confirmed * 100 < t.capacity * ${BELOW_PERCENT} and ${inReach('t.municipality_id')}
       and ${where((city) => `t.municipality_id = ${city}`, municipalityId)}
       and ${where((one) => `${one} = any (t.kinds)`, kind)}
       and ${where((one) => `(cardinality(t.district_ids) = 0 or ${one}::uuid = any (t.district_ids))`, districtId)}
     order by s.starts_on, t.title, t.id limit ${NAMED}`,
    parameters.values,
  );
  return { ...counted(rows), withinDays: WITHIN_DAYS, belowShare: BELOW_PERCENT / 100 };
}
