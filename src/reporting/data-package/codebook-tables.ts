import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { assessmentWideTable, type ItemColumns } from '../exports/assessment-wide.sql.js';
import type { Column } from '../exports/columns.js';
import { completenessTable } from '../exports/completeness-table.sql.js';
import { Literals } from '../exports/literals.js';
import { accountTable, certificateTable, mailTable, staffTable } from '../exports/people-tables.sql.js';
import { groupYearTable, trainedStaffTable } from '../exports/year-tables.sql.js';
import { periodOf } from '../overview/period.js';
import { DIMENSIONS } from '../reports/report-query.dto.js';
import { reportColumns } from '../reports/report-table.js';
import { trailTable } from '../trail/trail.sql.js';
import { PACKAGE_TABLES } from './package-tables.js';

/** A file as a codebook describes it. */
export interface CodebookTable {
  title: string;
  row: string;
  columns: readonly Column[];
}

/** The tables of the data package, by the names of their files. */
export function packageTables(names: readonly string[], today: CalendarDate): Record<string, CodebookTable> {
  const chosen = Object.entries(PACKAGE_TABLES).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    chosen.map(([name, { title, row, table }]) => [name, { title, row, columns: table({}, today).columns }]),
  );
}

/** Every file that the product writes from columns. */
export function allTables(today: CalendarDate, items: readonly ItemColumns[]): Record<string, CodebookTable> {
  return {
    ...packageTables(Object.keys(PACKAGE_TABLES), today),
    assessments_wide: {
      ...{ title: 'Testungen, eine Zeile je Kind', row: 'ein Kind in einer Welle, mit Spalten je Aufgabe' },
      columns: assessmentWideTable({}, items).columns,
    },
    group_years: {
      ...{ title: 'Stand der Gruppen', row: 'eine Einrichtung in einem Kita-/Schuljahr' },
      columns: groupYearTable({}, today).columns,
    },
    trained_staff: {
      ...{ title: 'Fortgebildete Teams', row: 'eine teilnehmende Einrichtung' },
      columns: trainedStaffTable({}, today).columns,
    },
    completeness: {
      ...{ title: 'Meldequote', row: 'eine teilnehmende Einrichtung mit ihren Monaten' },
      columns: completenessTable({}, today).columns,
    },
    ...peopleTables(),
    reports: {
      ...{ title: 'Kennzahlen', row: 'eine Kennzahl, insgesamt oder einer Gruppe' },
      columns: reportColumns(DIMENSIONS, periodOf(undefined, today)),
    },
    audit_events: {
      ...{ title: 'Protokoll', row: 'ein Vorgang' },
      columns: trailTable({}, new Literals()).columns,
    },
  };
}

/** Lists with names, for those who look after the people in them. */
function peopleTables(): Record<string, CodebookTable> {
  return {
    staff: {
      ...{ title: 'Fachkräfte', row: 'eine Person, für die man zuständig ist' },
      columns: staffTable({}).columns,
    },
    accounts: {
      ...{ title: 'Konten', row: 'ein Konto, für das man zuständig ist' },
      columns: accountTable({}).columns,
    },
    certificates: {
      ...{ title: 'Bescheinigungen', row: 'eine Teilnahmebescheinigung' },
      columns: certificateTable({}).columns,
    },
    mails: {
      ...{ title: 'Nachrichten', row: 'eine gesendete oder wartende Nachricht' },
      columns: mailTable({}).columns,
    },
  };
}
