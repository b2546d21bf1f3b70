import { OmitType } from '@nestjs/swagger';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { ChoiceField, DateField, IdField } from '../../kernel/validation/fields.js';
import { CSV_FORMS, type CsvForm } from '../exports/csv-form.js';
import { ACTIONS, OBJECTS } from './trail-words.js';

export class ListTrailDto extends PageQueryDto {
  /** Who did it. */
  @IdField({ label: 'Person', optional: true })
  actorId?: string;

  @ChoiceField({ label: 'Vorgang', of: Object.keys(ACTIONS), optional: true })
  action?: string;

  @ChoiceField({ label: 'Art des Gegenstands', of: Object.keys(OBJECTS), optional: true })
  objectType?: string;

  /** To what it was done. */
  @IdField({ label: 'Gegenstand', optional: true })
  objectId?: string;

  /** In whose chain it stands. */
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** First day, in Berlin. */
  @DateField({ label: 'Von', optional: true })
  from?: string;

  /** Last day, in Berlin. */
  @DateField({ label: 'Bis', optional: true })
  to?: string;
}

export class ExportTrailDto extends OmitType(ListTrailDto, ['limit', 'cursor']) {
  /** CSV: `people` (semicolon, German; the default) or `machine` (comma, codes). An XLSX has one form. */
  @ChoiceField({ label: 'Form', of: CSV_FORMS, optional: true })
  form?: CsvForm;
}

export class TrailEntryDto {
  /** Chain and number, which name the entry for good. */
  id: string;
  at: string;
  /** Null: the application itself. */
  actorId: string | null;
  /** Null also for a person whose account is gone. */
  actorName: string | null;
  action: string;
  /** What happened, in German, to follow the person's name. */
  sentence: string;
  objectType: string;
  objectId: string | null;
  /** As it is called today; null once it is gone, or has no name. */
  objectName: string | null;
  institutionId: string | null;
  institutionName: string | null;
  /** The fields written, by their German names. */
  fields: string[];
  /** Network it came from, shortened. */
  origin: string | null;
}

export class TrailDto {
  items: TrailEntryDto[];
  next: string | null;
}

export class TrailActionDto {
  action: string;
  /** In German. */
  label: string;
}

export class TrailActionListDto {
  items: TrailActionDto[];
}
