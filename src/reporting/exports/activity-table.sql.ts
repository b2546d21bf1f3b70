import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityConditions, joinActivityDistrict } from '../../activities/activity.repository.js';
import { groupSizeOn } from '../../institutions/groups/group-size.sql.js';
import { code, type Column, id, type Table, text, typed } from './columns.js';
import type { ExportActivitiesDto } from './export.dto.js';
import { Literals } from './literals.js';
import { KIND_WORDS, PLACE_WORDS } from './words.js';

/** What happened, where and with how many. Not by whom: a file leaves the house, and is about the programme, not about its staff. */
const COLUMNS: Column[] = [
  id('id', 'a.id'),
  typed('date', 'held_on', 'Datum', 'a.held_on'),
  text('municipality', 'Kommune', 'm.name'),
  text('district', 'Stadtbezirk', 'd.name'),
  id('institution_id', 'a.institution_id'),
  text('institution', 'Einrichtung', 'i.name', 36),
  code({ name: 'kind', title: 'Art', sql: 'i.kind', width: 9 }, KIND_WORDS),
  id('group_id', 'a.group_id'),
  text('group_name', 'Gruppe / Klasse', 'g.name', 20),
  typed('whole', 'group_size', 'Gruppengröße', groupSizeOn('a.held_on')),
  { ...text('focus_area', 'Schwerpunkt', 'a.focus_area', 26), spoken: 'f.title' },
  typed('whole', 'minutes', 'Minuten', 'a.minutes'),
  typed('whole', 'children_present', 'Kinder', 'a.children_present'),
  typed('whole', 'adults_present', 'Erwachsene', 'a.adults_present'),
  code({ name: 'place', title: 'Ort', sql: 'a.place', width: 14 }, PLACE_WORDS),
  text('note', 'Notiz', 'a.note', 60),
  typed('instant', 'created_at', 'Eingetragen am', 'a.created_at'),
];

/** The activities of the list with the same filter, newest first. */
export function activityTable(query: ExportActivitiesDto, today: CalendarDate): Table {
  const literals = new Literals();
  return {
    columns: COLUMNS,
    from: `from activities a join institutions i on i.id = a.institution_id ${joinActivityDistrict(query, today, literals)}
        join municipalities m on m.id = i.municipality_id join focus_areas f on f.code = a.focus_area
        join groups g on g.institution_id = a.institution_id and g.id = a.group_id
      where ${activityConditions(query, literals)} order by a.held_on desc, a.id desc`,
  };
}
