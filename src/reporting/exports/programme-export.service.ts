import { Injectable } from '@nestjs/common';
import type { WorkContext } from '../../database/actor.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { attendanceTable } from './attendance-table.sql.js';
import { bookingTable } from './booking-table.sql.js';
import type { Table } from './columns.js';
import { contactTable } from './contact-table.sql.js';
import type { ExportContactsDto, ExportProgrammeDto } from './export.dto.js';
import { type Download, ExportService, type FileType } from './export.service.js';
import { trainingTable } from './training-table.sql.js';

interface Kind {
  action: string;
  /** German word, as the file and its sheet are named. */
  content: string;
  table: (query: ExportProgrammeDto, today: CalendarDate) => Table;
}

const KINDS = {
  bookings: { action: 'module_booking.export', content: 'Modulwahl', table: bookingTable },
  coachContacts: { action: 'coach_contact.export', content: 'Beratungen', table: contactTable },
  trainings: { action: 'training.export', content: 'Fortbildungen', table: trainingTable },
  attendance: { action: 'training_attendance.export', content: 'Anwesenheit', table: attendanceTable },
} satisfies Record<string, Kind>;

export type ProgrammeFile = keyof typeof KINDS;

/** Files about what the programme did. */
@Injectable()
export class ProgrammeExportService {
  constructor(private readonly exports: ExportService) {}

  /** @throws Problem 503 when too many files are on their way already */
  open(
    work: WorkContext,
    file: ProgrammeFile,
    type: FileType,
    query: ExportProgrammeDto | ExportContactsDto,
  ): Promise<Download> {
    const { action, content, table } = KINDS[file];
    const { schoolYear, form } = query;
    const wanted = { action, content, schoolYear, query, form, table: table(query, work.today) };
    return this.exports.open(work, type, wanted);
  }
}
