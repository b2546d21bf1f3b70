import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { activityTable } from './activity-table.sql.js';
import { columnsFor, selectFor } from './columns.js';
import { institutionTable } from './institution-table.sql.js';

const TABLES = {
  activities: activityTable({}, calendarDate('2026-11-22')),
  institutions: institutionTable({}, calendarDate('2026-11-22')),
};
// PostgreSQL cuts longer names off, and the headers are names of columns.
const LONGEST_NAME = 63;

describe.each(Object.entries(TABLES))('the columns of %s', (_, table) => {
  it('have different headers that PostgreSQL can hold', () => {
    const titles = columnsFor('people', table.columns).map(({ title }) => title ?? '');
    const names = table.columns.map(({ name }) => name);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(names).size).toBe(names.length);
    for (const header of [...titles, ...names])
      expect(Buffer.byteLength(header)).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it('have English snake_case headers for programs, and ids only there', () => {
    for (const { name } of table.columns) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(columnsFor('machine', table.columns)).toEqual(table.columns);
    expect(columnsFor('sheet', table.columns).map(({ name }) => name)).not.toContain('id');
  });

  it('guard text against formulas only where people read it', () => {
    expect(selectFor('people', table)).toContain(`'''' || `);
    expect(selectFor('machine', table)).not.toContain(`''''`);
    expect(selectFor('sheet', table)).not.toContain(`''''`);
  });
});
