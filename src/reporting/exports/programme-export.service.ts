import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { attendanceTable } from './attendance-table.sql.js';
import { bookingTable } from './booking-table.sql.js';
import type { Table } from './columns.js';
import { contactTable } from './contact-table.sql.js';
import { type Download, ExportService, type FileType } from './export.service.js';
import { trainingTable } from './training-table.sql.js';

const KINDS = {
  bookings: { action: 'module_booking.export', content: 'Modulwahl', table: bookingTable },
  coachContacts: { action: 'coach_contact.export', content: 'Beratungen', table: contactTable },
  trainings: { action: 'training.export', content: 'Fortbildungen', table: trainingTable },
  attendance: { action: 'training_attendance.export', content: 'Anwesenheit', table: attendanceTable },
};

export type ProgrammeFile = keyof typeof KINDS;
export type QueryOf<F extends ProgrammeFile> = Parameters<(typeof KINDS)[F]['table']>[0];

/** Files about what the programme did. */
@Injectable()
export class ProgrammeExportService {
  constructor(private readonly exports: ExportService) {}

  /** @throws Problem 503 when too many files are on their way already */
  open<F extends ProgrammeFile>(
    work: WorkContext,
    file: F,
    type: FileType,
    query: QueryOf<F>,
  ): Promise<Download> {
    const { action, content } = KINDS[file];
    const table = KINDS[file].table as (query: QueryOf<F>, today: CalendarDate) => Table;
    const { schoolYear, form } = query;
    const wanted = { action, content, schoolYear, query, form, table: table(query, work.today) };
    return this.exports.open(work, type, wanted);
  }
}
