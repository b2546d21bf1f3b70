import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { counted, HOUSE_COLUMNS, housesAsked, NAMED } from './attention-houses.js';
import type { AttentionQueryDto, UndatedBookingDto, UndatedBookingsDto } from './attention.dto.js';

/** Four weeks: a wish may lie that long, and a wish for later is looked at that long before. */
export const WISH_DAYS = 28;

const CHOSEN_ON = `(b.created_at at time zone 'Europe/Berlin')::date`;

/**
 * Which chosen modules wait for a date? Wishes that are older than four weeks and meant to begin within the next four (or whenever), and
 * modules whose planned day has passed without anybody saying what became of them.
 */
export async function findUndatedBookings(
  database: Database,
  filter: AttentionQueryDto,
): Promise<UndatedBookingsDto> {
  const parameters = new Parameters();
  const rows = await database.query<UndatedBookingDto & { count: number }>(
    `select b.id, ${HOUSE_COLUMNS}, m.title as "moduleTitle", m.audience, b.state, w.since::text,
       app_today() - w.since as "daysWaiting", count(*) over ()::int as count
     from module_bookings b ${housesAsked('b.institution_id', filter, parameters)} join modules m on m.id = b.module_id
       cross join lateral (select case b.state when 'planned' then b.planned_on else ${CHOSEN_ON} end as since) w
     where (b.state = 'planned' and b.planned_on < app_today())
       or (b.state = 'wished' and ${CHOSEN_ON} < app_today() - ${WISH_DAYS}
         and coalesce(b.wished_from <= app_today() + ${WISH_DAYS}, true))
     order by w.since, i.name, b.id limit ${NAMED}`,
    parameters.values,
  );
  return { ...counted(rows), wishDays: WISH_DAYS };
}
