import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { groupYearHouses } from '../../institutions/groups/group-year.repository.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { cityOf, districtDay, houses } from '../overview/houses.sql.js';
import { team } from '../overview/trained-staff.sql.js';
import { code, id, person, type Table, text, typed } from './columns.js';
import type { ExportGroupYearsDto, ExportTrainedStaffDto } from './export.dto.js';
import { Literals } from './literals.js';
import { KIND_WORDS } from './words.js';

/** Which houses have said that the groups of a school year are right; those that take part first. */
export function groupYearTable(query: ExportGroupYearsDto, today: CalendarDate): Table {
  const literals = new Literals();
  const { schoolYear = schoolYearOf(today) } = query;
  const confirmed =
    query.confirmed === undefined ? 'true' : `h.confirmed_at is ${query.confirmed ? 'not null' : 'null'}`;
  return {
    with: `houses as (${groupYearHouses(query, schoolYear, literals)})`,
    columns: [
      id('institution_id', 'h.id'),
      text('institution', 'Einrichtung', 'h.name', 36),
      code({ name: 'kind', title: 'Art', sql: 'h.kind', width: 9 }, KIND_WORDS),
      text('district', 'Stadtbezirk', 'h.district_name'),
      typed('whole', 'school_year', 'Schuljahr ab', `${literals.add(schoolYear)}::int`),
      typed('flag', 'participating', 'Nimmt teil', 'h.participating'),
      typed('whole', 'group_count', 'Gruppen', 'g.groups'),
      typed('whole', 'children_enrolled', 'Kinder in den Gruppen', 'g.children'),
      typed('instant', 'confirmed_at', 'Bestätigt am', 'h.confirmed_at'),
      person('contact_name', 'Ansprechperson', 'h.contact_name', 26),
      text('phone', 'Telefon', 'h.phone', 20),
      text('email', 'E-Mail', 'h.email', 34),
    ],
    from: `from houses h cross join lateral (select count(*)::int as groups, coalesce(sum(size), 0)::int as children from groups g
        where g.institution_id = h.id and g.school_year = ${literals.add(schoolYear)}::int and g.archived_at is null) g
      where ${confirmed} order by h.participating::int * -1, h.name, h.id`,
  };
}

/** How much of each participating house's team is trained; numbers only, no names. */
export function trainedStaffTable(query: ExportTrainedStaffDto, today: CalendarDate): Table {
  const literals = new Literals();
  const city = cityOf(query, today);
  return {
    with: `${houses(city, literals)}, ${team(city, literals)}, counted as (
      select h.id, h.name, h.kind, d.name as district, count(t.staff_member_id)::int as staff, (count(*) filter (where t.trained))::int as trained
      from houses h join ${districtsOn(districtDay(city, literals))} d on d.id = h.district_id left join team t on t.institution_id = h.id
      where h.participating group by h.id, h.name, h.kind, d.name)`,
    columns: [
      id('institution_id', 'c.id'),
      text('institution', 'Einrichtung', 'c.name', 36),
      code({ name: 'kind', title: 'Art', sql: 'c.kind', width: 9 }, KIND_WORDS),
      text('district', 'Stadtbezirk', 'c.district'),
      typed('whole', 'school_year', 'Schuljahr ab', `${literals.add(city.period.schoolYear)}::int`),
      typed('whole', 'staff', 'Fachkräfte', 'c.staff'),
      typed('whole', 'trained', 'Fortgebildet', 'c.trained'),
    ],
    from: 'from counted c order by c.name, c.id',
  };
}
