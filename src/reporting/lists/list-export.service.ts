import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Table } from '../exports/columns.js';
import type { CsvForm } from '../exports/csv-form.js';
import { type Download, ExportService, type FileType } from '../exports/export.service.js';
import { completenessTable } from '../exports/completeness-table.sql.js';
import { closingDayTable, groupTable } from '../exports/house-tables.sql.js';
import { accountTable, certificateTable, mailTable, staffTable } from '../exports/people-tables.sql.js';
import {
  districtTable,
  moduleTable,
  schoolHolidayTable,
  targetTable,
} from '../exports/reference-tables.sql.js';
import { groupYearTable, trainedStaffTable } from '../exports/year-tables.sql.js';

const LISTS = {
  groups: { action: 'group.export', content: 'Gruppen', table: groupTable },
  closingDays: { action: 'closing_day.export', content: 'Schließtage', table: closingDayTable },
  groupYears: { action: 'group_year.export', content: 'Gruppenstand', table: groupYearTable },
  trainedStaff: { action: 'trained_staff.export', content: 'Fortgebildete', table: trainedStaffTable },
  completeness: { action: 'completeness.export', content: 'Meldequote', table: completenessTable },
  modules: { action: 'module.export', content: 'Modulkatalog', table: moduleTable },
  districts: { action: 'district.export', content: 'Stadtbezirke', table: districtTable },
  schoolHolidays: { action: 'school_holiday.export', content: 'Ferien', table: schoolHolidayTable },
  targets: { action: 'target.export', content: 'Ziele', table: targetTable },
  staff: { action: 'staff_member.export', content: 'Fachkräfte', table: staffTable },
  accounts: { action: 'account.export', content: 'Konten', table: accountTable },
  certificates: { action: 'certificate.list_export', content: 'Bescheinigungen', table: certificateTable },
  mails: { action: 'mail.export', content: 'Nachrichten', table: mailTable },
};

export type ListFile = keyof typeof LISTS;
export type QueryOf<F extends ListFile> = Parameters<(typeof LISTS)[F]['table']>[0];

/** Files of the lists that stand on pages of their own. */
@Injectable()
export class ListExportService {
  constructor(private readonly exports: ExportService) {}

  /** @throws Problem 503 when too many files are on their way already */
  open<F extends ListFile>(work: WorkContext, file: F, type: FileType, query: QueryOf<F>): Promise<Download> {
    const { action, content } = LISTS[file];
    const table = LISTS[file].table as (query: QueryOf<F>, today: CalendarDate) => Table;
    const { schoolYear, form } = query as { schoolYear?: number; form?: CsvForm };
    return this.exports.open(work, type, {
      ...{ action, content, schoolYear, query, form, table: table(query, work.today) },
    });
  }
}
