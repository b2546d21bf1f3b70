import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { REMINDER_PAUSE_DAYS } from '../completeness/reminder-pause.js';
import { type City, districtDay, housesAlone } from './houses.sql.js';
import type { QuietDto, QuietHouseDto } from './overview.dto.js';
import { QUIET_SCHOOL_DAYS, standing } from './standing.sql.js';

const SHOWN = 10;

const REMINDED_ON = `(select max(r.reminded_on) from activity_reminders r
  where r.institution_id = h.id and r.reminded_on > app_today() - ${REMINDER_PAUSE_DAYS})`;

interface QuietRow extends QuietHouseDto {
  count: number;
}

/** Whom should somebody call? Houses without an activity in the last 20 school days: how many, and the ten that are silent longest. */
export async function findQuiet(database: Database, city: City): Promise<QuietDto> {
  const parameters = new Parameters();
  const rows = await database.query<QuietRow>(
    `with ${housesAlone(city, parameters)}, ${standing(city, parameters)}
     select h.id as "institutionId", h.name, d.name as "districtName", h.last_activity_on::text as "lastActivityOn",
       h.days_since as "daysSince", i.contact_name as "contactName", i.phone, i.email,
       ${REMINDED_ON}::text as "remindedOn", count(*) over ()::int as count
     from standing h join institutions i on i.id = h.id join ${districtsOn(districtDay(city, parameters))} d on d.id = h.district_id
     where h.quiet order by h.days_since desc, h.name, h.id limit ${SHOWN}`,
    parameters.values,
  );
  return {
    count: rows[0]?.count ?? 0,
    items: rows.map(({ count: _, ...house }) => house),
    sinceSchoolDays: QUIET_SCHOOL_DAYS,
  };
}
