import { expect, test } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from './activity-table.sql.js';
import { codebook } from './codebook.js';
import { ExportActivitiesDto, ExportInstitutionsDto } from './export.dto.js';
import { institutionTable } from './institution-table.sql.js';

const today = calendarDate('2026-11-22');
const lines = codebook(today).trimEnd().split('\n');

test('has a line for every column of both files, in their order', () => {
  const expected = [
    ...institutionTable(new ExportInstitutionsDto(), today).columns.map(({ name }) => `institutions,${name}`),
    ...activityTable(new ExportActivitiesDto(), today).columns.map(({ name }) => `activities,${name}`),
  ];
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(','))).toEqual(expected);
});

test('says type, format, codes with their words, and meaning', () => {
  expect(lines[0]).toBe('table,column,type,format,values,meaning');
  expect(lines).toContain('activities,held_on,date,YYYY-MM-DD,,Datum');
  expect(lines).toContain('activities,id,uuid,UTF-8,,Kennung');
  expect(lines).toContain('institutions,kind,text,UTF-8,kita = Kita; school = Schule,Art');
});
