import type { Role } from '../../access/roles.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from '../exports/activity-table.sql.js';
import { assessmentLongTable } from '../exports/assessment-long.sql.js';
import { attendanceTable } from '../exports/attendance-table.sql.js';
import { bookingTable } from '../exports/booking-table.sql.js';
import type { Table } from '../exports/columns.js';
import { contactTable } from '../exports/contact-table.sql.js';
import {
  activityWeekTable,
  closingDayTable,
  groupSizeTable,
  groupTable,
  participationTable,
  staffCountTable,
} from '../exports/house-tables.sql.js';
import { institutionTable } from '../exports/institution-table.sql.js';
import {
  districtTable,
  focusAreaTable,
  moduleTable,
  schoolHolidayTable,
  targetTable,
  trainingSessionTable,
} from '../exports/reference-tables.sql.js';
import { trainingTable } from '../exports/training-table.sql.js';
import { cellTable } from '../publication/cells/cell-table.sql.js';
import type { PackageQueryDto } from './package.dto.js';

export interface PackageTable {
  /** What it holds, in German. */
  title: string;
  /** What one row is. */
  row: string;
  roles: readonly Role[];
  /** About single children: for people, and never for a program with a token. */
  aboutChildren?: true;
  table: (query: PackageQueryDto, today: CalendarDate) => Table;
}

const HOUSE_STAFF: readonly Role[] = ['educator', 'institution_lead', 'coach'];
const CITY: readonly Role[] = ['coordinator', 'programme_lead'];
const ALL: readonly Role[] = [...HOUSE_STAFF, ...CITY, 'administrator'];
const KEEPERS: readonly Role[] = [...CITY, 'administrator'];
const ABOUT_HOUSES: readonly Role[] = ['institution_lead', 'coach', ...CITY];

/**
 * What the data package holds, by the name of its file. Rows are what the person's policies show; `roles` only leave out what would be
 * empty. About children: nothing for the city, the programme and administrators.
 */
export const PACKAGE_TABLES: Record<string, PackageTable> = {
  institutions: {
    ...{
      title: 'Einrichtungen',
      row: 'eine Einrichtung mit ihren Zahlen im Kita-/Schuljahr',
      roles: [...ABOUT_HOUSES, 'administrator'],
    },
    table: institutionTable,
  },
  participations: {
    ...{ title: 'Teilnahmen', row: 'eine Teilnahme einer Einrichtung am Programm', roles: ALL },
    table: participationTable,
  },
  groups: {
    ...{ title: 'Gruppen und Klassen', row: 'eine Gruppe oder Klasse in einem Kita-/Schuljahr', roles: ALL },
    table: groupTable,
  },
  group_sizes: {
    ...{ title: 'Gruppengrößen', row: 'die Größe einer Gruppe ab einem Tag', roles: ALL },
    table: groupSizeTable,
  },
  closing_days: {
    ...{ title: 'Schließtage', row: 'ein Zeitraum, in dem eine Einrichtung geschlossen ist', roles: ALL },
    table: closingDayTable,
  },
  activities: {
    ...{ title: 'Aktivitäten', row: 'ein Eintrag einer Fachkraft über eine Aktivität mit einer Gruppe' },
    roles: ['educator', ...ABOUT_HOUSES],
    table: activityTable,
  },
  activity_weeks: {
    ...{
      title: 'Aktivitäten je Woche',
      row: 'eine Einrichtung, Woche und ein Schwerpunkt',
      roles: ABOUT_HOUSES,
    },
    table: activityWeekTable,
  },
  modules: {
    ...{ title: 'Modulkatalog', row: 'ein Modul des Katalogs', roles: ALL },
    table: () => moduleTable({}),
  },
  bookings: {
    ...{ title: 'Modulwahl', row: 'ein von einer Einrichtung gewähltes Modul', roles: ABOUT_HOUSES },
    table: bookingTable,
  },
  coach_contacts: {
    ...{ title: 'Beratungen', row: 'eine Beratung einer Einrichtung durch den Coach', roles: ABOUT_HOUSES },
    table: contactTable,
  },
  trainings: {
    ...{ title: 'Fortbildungen', row: 'eine Fortbildung', roles: [...ABOUT_HOUSES, 'administrator'] },
    table: trainingTable,
  },
  training_sessions: {
    ...{ title: 'Termine der Fortbildungen', row: 'ein Termin einer Fortbildung' },
    roles: [...ABOUT_HOUSES, 'administrator'],
    table: trainingSessionTable,
  },
  attendance: {
    ...{ title: 'Anmeldungen und Anwesenheit', row: 'eine Anmeldung an einem Termin der Fortbildung' },
    roles: ['institution_lead', ...CITY],
    table: attendanceTable,
  },
  staff_counts: {
    ...{
      title: 'Anzahl der Fachkräfte',
      row: 'eine Einrichtung und eine Funktion, ohne Namen',
      roles: ABOUT_HOUSES,
    },
    table: staffCountTable,
  },
  targets: {
    ...{ title: 'Ziele', row: 'die Ziele einer Kommune in einem Kita-/Schuljahr', roles: KEEPERS },
    table: targetTable,
  },
  districts: {
    ...{ title: 'Stadtbezirke', row: 'ein Stadtbezirk', roles: KEEPERS },
    table: districtTable,
  },
  school_holidays: {
    ...{ title: 'Schulferien', row: 'ein Ferienzeitraum eines Bundeslandes', roles: ALL },
    // All years: a school year begins in the holidays of the one before, and its expected weeks hang on them.
    table: () => schoolHolidayTable({}),
  },
  focus_areas: {
    ...{ title: 'Schwerpunkte', row: 'ein Schwerpunkt des Programms', roles: ALL },
    table: focusAreaTable,
  },
  motor_skills: {
    ...{
      title: 'Motorik',
      row: 'eine Zelle einer veröffentlichten Tabelle über getestete Kinder, gerundet oder nicht ausgewiesen',
      roles: CITY,
    },
    table: ({ municipalityId, schoolYear }) =>
      cellTable({
        ...(municipalityId !== undefined && { municipalityId }),
        ...(schoolYear !== undefined && { schoolYear }),
      }),
  },
  assessments_long: {
    ...{ title: 'Testungen', row: 'ein Versuch eines Kindes bei einer Aufgabe', roles: HOUSE_STAFF },
    aboutChildren: true,
    table: assessmentLongTable,
  },
};
