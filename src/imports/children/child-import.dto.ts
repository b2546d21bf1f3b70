import { ApiProperty } from '@nestjs/swagger';
import { IdField, QueryFlag, TextField } from '../../kernel/validation/fields.js';
import { RowChangeDto, RowErrorDto } from '../import.dto.js';
import { ROW_STATUSES, type RowStatus } from '../reading/outcome.js';

export class ChildFileDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;
}

export class WriteChildFileDto extends ChildFileDto {
  /** `digest` of the preview: nothing is written if something else would happen now. */
  @TextField({ label: 'Prüfsumme der Vorschau', max: 64, optional: true })
  digest?: string;

  /** Leave out the wrong rows instead of refusing the file. */
  @QueryFlag({ label: 'Nur die richtigen Zeilen' })
  onlyGood?: boolean;
}

export class ChildRowDto {
  /** As the spreadsheet counts: the header is row 1. */
  number: number;

  @ApiProperty({ enum: ROW_STATUSES })
  status: RowStatus;

  code: string | null;
  changes: RowChangeDto[];
  errors: RowErrorDto[];
}

export class ChildFilePreviewDto {
  rows: ChildRowDto[];
  /** Columns that say nothing here and are not read. */
  ignored: string[];
  /** Stands for what would happen to these rows. */
  digest: string;
}

export class ChildFileResultDto {
  created: number;
  changed: number;
  unchanged: number;
  /** Wrong rows that were left out. */
  skipped: number;
}
