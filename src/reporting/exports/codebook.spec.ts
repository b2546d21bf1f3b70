import { expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from './activity-table.sql.js';
import { assessmentLongTable } from './assessment-long.sql.js';
import { assessmentWideTable } from './assessment-wide.sql.js';
import { attendanceTable } from './attendance-table.sql.js';
import { bookingTable } from './booking-table.sql.js';
import { codebook } from './codebook.js';
import { contactTable } from './contact-table.sql.js';
import {
  ExportActivitiesDto,
  ExportAssessmentsDto,
  ExportInstitutionsDto,
  ExportProgrammeDto,
} from './export.dto.js';
import { trainingTable } from './training-table.sql.js';
import { institutionTable } from './institution-table.sql.js';

const today = calendarDate('2026-11-22');
const items = [
  { code: 'SWS', title: 'Standweitsprung', scored: true },
  { code: 'KIBAZ-1', title: 'Kibaz-Station 1', scored: false },
];
const lines = codebook(today, items).trimEnd().split('\n');

test('has a line for every column of every file, in their order', () => {
  const all = new ExportProgrammeDto();
  const expected = [
    ...institutionTable(new ExportInstitutionsDto(), today).columns.map(({ name }) => `institutions,${name}`),
    ...activityTable(new ExportActivitiesDto(), today).columns.map(({ name }) => `activities,${name}`),
    ...bookingTable(all, today).columns.map(({ name }) => `bookings,${name}`),
    ...contactTable(all, today).columns.map(({ name }) => `coach_contacts,${name}`),
    ...trainingTable(all).columns.map(({ name }) => `trainings,${name}`),
    ...attendanceTable(all, today).columns.map(({ name }) => `attendance,${name}`),
    ...assessmentLongTable(new ExportAssessmentsDto()).columns.map(({ name }) => `assessments_long,${name}`),
    ...assessmentWideTable(new ExportAssessmentsDto(), items).columns.map(
      ({ name }) => `assessments_wide,${name}`,
    ),
  ];
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(','))).toEqual(expected);
});

test('says type, format, codes with their words, and meaning', () => {
  expect(lines[0]).toBe('table,column,type,format,values,meaning');
  expect(lines).toContain('activities,held_on,date,YYYY-MM-DD,,Datum');
  expect(lines).toContain('activities,id,uuid,UTF-8,,Kennung');
  expect(lines).toContain('assessments_wide,sws_class,whole,0,,Standweitsprung: Klasse 1 bis 5');
  expect(lines.filter((line) => line.startsWith('assessments_wide,kibaz_1_'))).toHaveLength(2);
  expect(lines).toContain('institutions,kind,text,UTF-8,kita = Kita; school = Schule,Art');
});
