import { Injectable } from '@nestjs/common';
import { NotDoneService } from '../../assessments/entry/not-done.service.js';
import { NotDoneDto } from '../../assessments/entry/trial.dto.js';
import { checked } from '../../kernel/validation/checked.js';
import { IdField } from '../../kernel/validation/fields.js';
import type { EntryKind, Noted } from './entry-kind.js';
import { RecordHouses } from './record-houses.js';

class NotedNotDoneDto extends NotDoneDto {
  @IdField({ label: 'Testtag' })
  testDayId: string;
}

/** "Nicht durchgeführt" of a child's tasks, or that taken back. */
@Injectable()
export class NotDoneKind implements EntryKind {
  readonly roles = ['educator', 'institution_lead', 'coach'] as const;

  constructor(
    private readonly marks: NotDoneService,
    private readonly houses: RecordHouses,
  ) {}

  async run({ body, withdrawn }: Noted): Promise<void> {
    const { testDayId, ...mark } = checked(NotedNotDoneDto, body);
    await this.marks.mark(testDayId, withdrawn ? { ...mark, reason: null } : mark);
  }

  houseOf({ body: { testDayId } }: Noted): Promise<string | null> {
    return this.houses.ofTestDay(testDayId);
  }
}
