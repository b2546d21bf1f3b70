import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { KNOWN_PARTICIPATION, Parameters } from '../../institutions/institution-filter.js';
import type { CursorKey, CursorPart } from '../../kernel/page/cursor.js';
import { type City, districtDay, houses } from './houses.sql.js';
import type { OverviewInstitutionDto } from './overview.dto.js';
import type { Show } from './overview-query.dto.js';
import { standing } from './standing.sql.js';

/** The rows of `standing h` behind each number of the overview. */
export const SHOWN: Record<Show, string> = {
  all: 'h.counted',
  participating: 'h.counted and h.participating',
  active: 'h.counted and h.active',
  inactive: 'h.counted and h.participating and not h.active',
  quiet: 'h.quiet',
};

interface Order {
  /** Ascending; the id last. */
  by: string[];
  types: CursorPart[];
  keyOf: (row: OverviewInstitutionDto) => (string | number)[];
}

const BY_NAME: Order = {
  by: ['h.name', 'h.id'],
  types: ['text', 'uuid'],
  keyOf: ({ name, institutionId }) => [name, institutionId],
};

// Longest first; negated, so that the whole key ascends and can be compared as one.
const BY_SILENCE: Order = {
  by: ['-h.days_since', 'h.name', 'h.id'],
  types: ['int', 'text', 'uuid'],
  keyOf: ({ daysSince, name, institutionId }) => [-(daysSince ?? 0), name, institutionId],
};

export function orderOf(show: Show): Order {
  return show === 'quiet' ? BY_SILENCE : BY_NAME;
}

/** Which institutions are behind a number? Their figures in the period, and how they stand. */
export async function listHouses(
  database: Database,
  city: City,
  show: Show,
  { after, limit }: { after: CursorKey | null; limit: number },
): Promise<OverviewInstitutionDto[]> {
  const parameters = new Parameters();
  const { by, types } = orderOf(show);
  const key = after?.map((value, i) => `${parameters.add(value)}::${types[i] ?? 'text'}`);
  return database.query<OverviewInstitutionDto>(
    `with ${houses(city, parameters)}, ${standing(city, parameters)}
     select h.id as "institutionId", h.name, h.kind, d.name as "districtName", p.status as "participationStatus", h.groups,
       h.active_groups as "activeGroups", h.reached as "childrenReached", h.activities, h.minutes,
       h.last_activity_on::text as "lastActivityOn", h.days_since as "daysSince", i.contact_name as "contactName", i.phone, i.email
     from standing h join institutions i on i.id = h.id join ${districtsOn(districtDay(city, parameters))} d on d.id = h.district_id
       left join lateral (${KNOWN_PARTICIPATION}) p on true
     where ${SHOWN[show]} ${key ? `and (${by.join(', ')}) > (${key.join(', ')})` : ''}
     order by ${by.join(', ')} limit ${parameters.add(limit)}`,
    parameters.values,
  );
}
