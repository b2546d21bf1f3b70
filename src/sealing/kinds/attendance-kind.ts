import { Injectable } from '@nestjs/common';
import { checked } from '../../kernel/validation/checked.js';
import { IdField } from '../../kernel/validation/fields.js';
import { TakeAttendanceDto } from '../../training/attendance/attendance.dto.js';
import { AttendanceService } from '../../training/attendance/attendance.service.js';
import type { EntryKind, Noted } from './entry-kind.js';

class NotedAttendanceDto extends TakeAttendanceDto {
  @IdField({ label: 'Fortbildung' })
  trainingId: string;
}

/** Ticks on the list of a training. It is about people of many houses, so that no lead could decide on it: refused, it stays on the device. */
@Injectable()
export class AttendanceKind implements EntryKind {
  readonly roles = ['coordinator'] as const;

  constructor(private readonly attendances: AttendanceService) {}

  /** Taken back before they were sent, there is nothing to do. */
  async run({ body, withdrawn }: Noted): Promise<void> {
    const { trainingId, marks } = checked(NotedAttendanceDto, body);
    if (!withdrawn) await this.attendances.take(trainingId, marks);
  }

  houseOf(): Promise<null> {
    return Promise.resolve(null);
  }
}
