import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { KNOWN_PARTICIPATION, listConditions } from '../../institutions/institution-filter.js';
import { orderOf } from '../../institutions/institution.repository.js';
import { schoolYearName } from '../../kernel/calendar/school-year.js';
import { SHOWN } from '../overview/house-list.sql.js';
import { type City, cityOf, districtDay, houses, inReach } from '../overview/houses.sql.js';
import type { Period } from '../overview/period.js';
import { standing } from '../overview/standing.sql.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { code, type Column, id, person, type Table, text, typed } from './columns.js';
import type { ExportInstitutionsDto } from './export.dto.js';
import { Literals } from './literals.js';
import { KIND_WORDS, LEGAL_WORDS, PROVIDER_WORDS, SITUATION_WORDS, STATUS_WORDS } from './words.js';

const SITUATION = 'coalesce(i.social_situation, d.social_situation)';

const MASTER_DATA: Column[] = [
  id('id', 'i.id'),
  text('name', 'Einrichtung', 'i.name', 36),
  text('short_code', 'Kurzzeichen', 'i.short_code', 10),
  code({ name: 'kind', title: 'Art', sql: 'i.kind', width: 9 }, KIND_WORDS),
  text('municipality', 'Kommune', 'm.name'),
  text('district', 'Stadtbezirk', 'd.name'),
  code({ name: 'provider_kind', title: 'Träger (Art)', sql: 'i.provider_kind', width: 24 }, PROVIDER_WORDS),
  text('provider_name', 'Träger', 'i.provider_name', 30),
  code({ name: 'legal_regime', title: 'Datenschutzrecht', sql: 'i.legal_regime' }, LEGAL_WORDS),
  text('school_number', 'Schulnummer', 'i.school_number', 13),
  text('street', 'Straße', 'i.street', 26),
  text('postal_code', 'PLZ', 'i.postal_code', 8),
  text('city', 'Ort', 'i.city'),
  typed('decimal', 'latitude', 'Breitengrad', 'i.latitude'),
  typed('decimal', 'longitude', 'Längengrad', 'i.longitude'),
  person('contact_name', 'Ansprechperson', 'i.contact_name', 26),
  text('contact_function', 'Funktion der Ansprechperson', 'i.contact_function', 22),
  text('phone', 'Telefon', 'i.phone', 20),
  text('email', 'E-Mail', 'i.email', 34),
  typed('flag', 'family_centre', 'Familienzentrum', 'i.family_centre'),
  typed('date', 'family_centre_since', 'Familienzentrum seit', 'i.family_centre_since'),
  typed('flag', 'movement_kita', 'Anerkannter Bewegungskindergarten', 'i.movement_kita'),
  typed('date', 'movement_kita_since', 'Anerkannter Bewegungskindergarten seit', 'i.movement_kita_since'),
  typed('flag', 'plus_kita', 'plusKita', 'i.plus_kita'),
  typed('date', 'plus_kita_since', 'plusKita seit', 'i.plus_kita_since'),
  typed('flag', 'all_day_school', 'OGS', 'i.all_day_school'),
  typed('date', 'all_day_school_since', 'OGS seit', 'i.all_day_school_since'),
  typed('whole', 'social_index', 'Schulsozialindex', 'i.social_index'),
  typed('whole', 'social_index_year', 'Schulsozialindex (Jahr)', 'i.social_index_year'),
  code({ name: 'social_situation', title: 'Soziale Lage', sql: SITUATION, width: 14 }, SITUATION_WORDS),
  typed('whole', 'places', 'Plätze', 'i.places'),
  typed('whole', 'staff_count', 'Fachkräfte', 'i.staff_count'),
  code({ name: 'participation_status', title: 'Teilnahme', sql: 'p.status' }, STATUS_WORDS),
  typed('date', 'started_on', 'Teilnahme seit', 'p.started_on'),
  typed('date', 'ended_on', 'Teilnahme bis', 'p.ended_on'),
  person('coach', 'Coach', 'c.name', 26),
];

// Empty, not zero, for whoever may read the institution but has no figures of it (administrators).
const figure = (name: string, title: string, sql: string, type: 'whole' | 'date' = 'whole'): Column =>
  typed(type, name, title, `case when ${inReach('i.municipality_id')} then ${sql} end`);

const FIGURES: Column[] = [
  figure('group_count', 'Gruppen', 'h.groups'),
  figure('active_group_count', 'Aktive Gruppen', 'h.active_groups'),
  figure('children_enrolled', 'Kinder in den Gruppen', 'h.enrolled'),
  figure('children_reached', 'Erreichte Kinder', 'h.reached'),
  figure('activity_count', 'Aktivitäten', 'h.activities'),
  figure('activity_minutes', 'Minuten', 'h.minutes'),
  figure('last_activity_on', 'Letzte Aktivität', 'h.last_activity_on', 'date'),
  figure('days_without_activity', 'Tage ohne Aktivität', 'h.days_since'),
];

/**
 * The institutions of the list with the same filter, or those behind a number of the overview (`show`), each with its figures of one
 * school year.
 */
export function institutionTable(query: ExportInstitutionsDto, today: CalendarDate): Table {
  const literals = new Literals();
  const city = cityOf(query, today);
  const { by, direction } = orderOf(query);
  const isList = query.show === undefined;
  const shown = query.show === undefined ? 'true' : SHOWN[query.show];
  const listed = isList || isListed(query) ? listConditions(query, literals) : 'true';
  return {
    // A list shows what row-level security lets through; a number of the overview has its own reach.
    with: `${houses(city, literals, isList ? () => 'true' : inReach)}, ${standing(city, literals)}`,
    columns: [...MASTER_DATA, schoolYear(city, literals), ...FIGURES],
    from: `from standing h join institutions i on i.id = h.id join ${districtsOn(districtDay(city, literals))} d on d.id = h.district_id
        join municipalities m on m.id = i.municipality_id
        left join lateral (${KNOWN_PARTICIPATION}) p on true
        left join lateral (select a.name from coach_assignments ca join accounts a on a.id = ca.account_id
          where ca.institution_id = i.id and app_today() between ca.first_day and coalesce(ca.last_day, 'infinity')
          order by ca.first_day desc limit 1) c on true
      where ${shown} and ${listed} order by ${by.map((column) => `${column} ${direction}`).join(', ')}`,
  };
}

// A number of the overview may stand on houses that the list leaves out (archived since); the list's own conditions only join on request.
function isListed({ archived, participation }: ExportInstitutionsDto): boolean {
  return archived !== undefined || participation !== undefined;
}

function schoolYear({ period }: City<Period>, literals: Literals): Column {
  const { schoolYear: year } = period;
  return {
    ...text('school_year', 'Kita-/Schuljahr', `${literals.add(year)}::int`),
    spoken: literals.add(schoolYearName(year)),
  };
}
