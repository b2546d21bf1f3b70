import { moduleConditions } from '../../programme/modules/module.repository.js';
import { SESSION_MINUTES } from '../../training/trainings/session-minutes.sql.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import { inReach } from '../overview/houses.sql.js';
import { code, id, type Table, text, typed } from './columns.js';
import type { ExportHolidaysDto, ExportModulesDto, ExportTargetsDto } from './export.dto.js';
import { Literals } from './literals.js';
import { AUDIENCE_WORDS, FORMAT_WORDS, SITUATION_WORDS } from './words.js';

/** What belongs to a city or to everybody, and to no single house. */

const ofMunicipality = (column: string, municipalityId: string | undefined, literals: Literals): string =>
  municipalityId === undefined ? 'true' : `${column} = ${literals.add(municipalityId)}`;

// Anybody signed in may read the names of all districts, to choose among them; a file holds those of the cities that one is there for.
const KEPT_BY_ASKER = `(${inReach('d.municipality_id')} or (select app_administrator()))`;

export function districtTable({ municipalityId }: Pick<ExportTargetsDto, 'municipalityId'>): Table {
  const literals = new Literals();
  return {
    columns: [
      id('id', 'd.id'),
      text('municipality', 'Kommune', 'm.name'),
      text('district', 'Stadtbezirk', 'd.name', 24),
      typed('whole', 'position', 'Reihenfolge', 'd.position'),
      code(
        { name: 'social_situation', title: 'Soziale Lage', sql: 'd.social_situation', width: 14 },
        SITUATION_WORDS,
      ),
      text('social_situation_source', 'Quelle der sozialen Lage', 'd.social_situation_source', 36),
      typed('whole', 'social_situation_year', 'Jahr der sozialen Lage', 'd.social_situation_year'),
      typed('flag', 'archived', 'Archiviert', 'd.archived_at is not null'),
    ],
    from: `from districts d join municipalities m on m.id = d.municipality_id
      where ${KEPT_BY_ASKER} and ${ofMunicipality('d.municipality_id', municipalityId, literals)}
      order by m.name, d.position, d.name, d.id`,
  };
}

export function schoolHolidayTable({ state, schoolYear }: Partial<ExportHolidaysDto>): Table {
  const literals = new Literals();
  const inState = state === undefined ? 'true' : `h.state = ${literals.add(state)}`;
  const inYear =
    schoolYear === undefined
      ? 'true'
      : `h.first_day between ${literals.add(firstDayOf(schoolYear))}::date and ${literals.add(lastDayOf(schoolYear))}::date`;
  return {
    columns: [
      id('id', 'h.id'),
      text('state', 'Bundesland', 'h.state', 11),
      text('name', 'Ferien', 'h.name', 24),
      typed('date', 'first_day', 'Erster Tag', 'h.first_day'),
      typed('date', 'last_day', 'Letzter Tag', 'h.last_day'),
      text('source', 'Quelle', 'h.source', 50),
    ],
    from: `from school_holidays h where ${inState} and ${inYear} order by h.first_day, h.id`,
  };
}

export function moduleTable(query: Partial<ExportModulesDto>): Table {
  return {
    columns: [
      id('id', 'm.id'),
      text('title', 'Modul', 'm.title', 40),
      { ...text('focus_area', 'Schwerpunkt', 'm.focus_area', 26), spoken: 'f.title' },
      code({ name: 'audience', title: 'Für wen', sql: 'm.audience', width: 12 }, AUDIENCE_WORDS),
      code({ name: 'format', title: 'Format', sql: 'm.format', width: 20 }, FORMAT_WORDS),
      typed('whole', 'usual_minutes', 'Übliche Minuten', 'm.usual_minutes'),
      typed('flag', 'active', 'Im Angebot', 'm.active'),
      text('description', 'Beschreibung', 'm.description', 60),
    ],
    from: `from modules m join focus_areas f on f.code = m.focus_area
      where ${moduleConditions(query, new Literals()).join(' and ')} order by f.position, m.title, m.id`,
  };
}

export function focusAreaTable(): Table {
  return {
    columns: [
      text('code', 'Code', 'f.code', 24),
      text('title', 'Schwerpunkt', 'f.title', 36),
      typed('whole', 'position', 'Reihenfolge', 'f.position'),
      typed('flag', 'active', 'Im Gebrauch', 'f.active'),
    ],
    from: 'from focus_areas f order by f.position',
  };
}

export function targetTable({ municipalityId, schoolYear }: Partial<ExportTargetsDto>): Table {
  const literals = new Literals();
  const inYear = schoolYear === undefined ? 'true' : `t.school_year = ${literals.add(schoolYear)}::int`;
  return {
    columns: [
      id('id', 't.id'),
      text('municipality', 'Kommune', 'm.name'),
      typed('whole', 'school_year', 'Schuljahr ab', 't.school_year'),
      typed('whole', 'institutions', 'Einrichtungen', 't.institutions'),
      typed('whole', 'children', 'Kinder', 't.children'),
      typed('whole', 'teaching_units', 'UE', 't.teaching_units'),
      typed('whole', 'consultations', 'Beratungen', 't.consultations'),
      typed('whole', 'weekly_minutes', 'Bewegungsminuten je Gruppe und Woche', 't.weekly_minutes'),
    ],
    from: `from targets t join municipalities m on m.id = t.municipality_id
      where ${ofMunicipality('t.municipality_id', municipalityId, literals)} and ${inYear} order by -t.school_year, m.name, t.id`,
  };
}

export function trainingSessionTable({ municipalityId, schoolYear }: Partial<ExportTargetsDto>): Table {
  const literals = new Literals();
  const inYear =
    schoolYear === undefined
      ? 'true'
      : `s.held_on between ${literals.add(firstDayOf(schoolYear))}::date and ${literals.add(lastDayOf(schoolYear))}::date`;
  return {
    columns: [
      id('id', 's.id'),
      id('training_id', 't.id'),
      text('municipality', 'Kommune', 'm.name'),
      text('training', 'Fortbildung', 't.title', 40),
      typed('date', 'held_on', 'Datum', 's.held_on'),
      text('starts_at', 'Beginn', `to_char(s.starts_at, 'HH24:MI')`, 9),
      text('ends_at', 'Ende', `to_char(s.ends_at, 'HH24:MI')`, 9),
      typed('whole', 'break_minutes', 'Pause', 's.break_minutes'),
      typed('whole', 'minutes', 'Minuten', SESSION_MINUTES),
      text('place', 'Ort', 'coalesce(s.place, t.place)', 36),
    ],
    from: `from training_sessions s join trainings t on t.id = s.training_id join municipalities m on m.id = t.municipality_id
      where ${ofMunicipality('t.municipality_id', municipalityId, literals)} and ${inYear} order by s.held_on, s.starts_at, s.id`,
  };
}
