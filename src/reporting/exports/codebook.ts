import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from './activity-table.sql.js';
import { assessmentLongTable } from './assessment-long.sql.js';
import { assessmentWideTable, type ItemColumns } from './assessment-wide.sql.js';
import type { Column } from './columns.js';
import { attendanceTable } from './attendance-table.sql.js';
import { bookingTable } from './booking-table.sql.js';
import { contactTable } from './contact-table.sql.js';
import {
  ExportActivitiesDto,
  ExportAssessmentsDto,
  ExportInstitutionsDto,
  ExportProgrammeDto,
} from './export.dto.js';
import { trainingTable } from './training-table.sql.js';
import { institutionTable } from './institution-table.sql.js';

const HEADER = ['table', 'column', 'type', 'format', 'values', 'meaning'];

const FORMATS: Record<Column['type'], string> = {
  text: 'UTF-8',
  whole: '0',
  decimal: '0.0',
  date: 'YYYY-MM-DD',
  instant: 'YYYY-MM-DDThh:mm:ssZ (UTC)',
  flag: 'true | false',
};

/** What each column of the files for machines means: a CSV of its own, made from the same column lists as the files. */
export function codebook(today: CalendarDate, items: readonly ItemColumns[]): string {
  const tables = {
    institutions: institutionTable(new ExportInstitutionsDto(), today).columns,
    activities: activityTable(new ExportActivitiesDto(), today).columns,
    bookings: bookingTable(new ExportProgrammeDto(), today).columns,
    coach_contacts: contactTable(new ExportProgrammeDto(), today).columns,
    trainings: trainingTable(new ExportProgrammeDto()).columns,
    attendance: attendanceTable(new ExportProgrammeDto(), today).columns,
    assessments_long: assessmentLongTable(new ExportAssessmentsDto()).columns,
    assessments_wide: assessmentWideTable(new ExportAssessmentsDto(), items).columns,
  };
  const lines = Object.entries(tables).flatMap(([table, columns]) =>
    columns.map((column) => lineOf(table, column)),
  );
  return [HEADER, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function lineOf(table: string, { name, title, type, words, meaning }: Column): string[] {
  const values = Object.entries(words ?? {}).map(([value, word]) => `${value} = ${word}`);
  // Without a title it is a key that joins the tables.
  const meant = meaning ?? title ?? 'Kennung';
  return [table, name, title === null ? 'uuid' : type, FORMATS[type], values.join('; '), meant];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
