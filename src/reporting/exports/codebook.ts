import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from './activity-table.sql.js';
import type { Column } from './columns.js';
import { ExportActivitiesDto, ExportInstitutionsDto } from './export.dto.js';
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
export function codebook(today: CalendarDate): string {
  const tables = {
    institutions: institutionTable(new ExportInstitutionsDto(), today).columns,
    activities: activityTable(new ExportActivitiesDto(), today).columns,
  };
  const lines = Object.entries(tables).flatMap(([table, columns]) =>
    columns.map((column) => lineOf(table, column)),
  );
  return [HEADER, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function lineOf(table: string, { name, title, type, words }: Column): string[] {
  const values = Object.entries(words ?? {}).map(([value, word]) => `${value} = ${word}`);
  // Without a title it is a key that joins the tables.
  return [table, name, title === null ? 'uuid' : type, FORMATS[type], values.join('; '), title ?? 'Kennung'];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
