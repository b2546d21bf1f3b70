import { ApiProperty } from '@nestjs/swagger';
import { PageQueryDto } from '../kernel/page/page-query.dto.js';
import { ChoiceField, FlagField, IdField, TextField, TextListField } from '../kernel/validation/fields.js';
import { IMPORT_KINDS, type ImportKindName } from './import-kind.js';
import { ROW_STATUSES, type RowStatus } from './reading/outcome.js';

export const PREVIEW_FILTERS = ['all', ...ROW_STATUSES] as const;

export class UploadDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  @TextField({ label: 'Dateiname', max: 255, optional: true })
  fileName?: string;
}

export class ListImportsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  @ChoiceField({ label: 'Inhalt', of: IMPORT_KINDS, optional: true })
  kind?: ImportKindName;
}

export class PutMappingDto {
  /** For each column of the file, in its order, the name of a field, or null for "not read". */
  @TextListField({ label: 'Zuordnung', most: 200, max: 60 })
  fields: (string | null)[];
}

export class ListPreviewDto extends PageQueryDto {
  /** Rows of one outcome only. */
  @ChoiceField({ label: 'Auswahl', of: PREVIEW_FILTERS, optional: true })
  filter?: (typeof PREVIEW_FILTERS)[number];
}

export class CommitImportDto {
  /** Leave out the rows that are wrong, instead of writing nothing at all. */
  @FlagField({ label: 'Nur die richtigen Zeilen' })
  onlyGood: boolean;
}

export class ImportColumnDto {
  header: string;
  /** Name of the field the column is read as; null: it is not read. */
  field: string | null;
  /** The first few different cells. */
  samples: string[];
}

export class ImportFieldDto {
  /** Name in `columns`, `changes` and `errors`. */
  name: string;
  /** What it is called in a file. */
  header: string;
  /** New records need it. */
  required: boolean;
}

export class ListColumnsDto {
  @ChoiceField({ label: 'Inhalt', of: IMPORT_KINDS })
  kind: ImportKindName;
}

export class TemplateColumnDto extends ImportFieldDto {
  /** German sentence: what the column says and how it may be written. */
  hint: string;
  /** The template's example; empty where the example says nothing. */
  example: string;
}

export class TemplateColumnsDto {
  items: TemplateColumnDto[];
}

export class ImportTotalsDto {
  new: number;
  changed: number;
  unchanged: number;
  wrong: number;
}

export class ImportResultDto {
  created: number;
  changed: number;
  unchanged: number;
  /** Wrong rows that were left out. */
  skipped: number;
}

export class ImportDto {
  id: string;
  municipalityId: string;
  /** institutions | groups */
  kind: string;
  /** ready | committing | done | undone */
  state: string;
  fileName: string | null;
  /** utf-8 | utf-16le | utf-16be | windows-1252 */
  encoding: string;
  delimiter: string;
  columns: ImportColumnDto[];
  /** Everything a column may be read as. */
  fields: ImportFieldDto[];
  /** Fields that new records need and no column has. */
  missingFields: string[];
  rowCount: number;
  totals: ImportTotalsDto;
  /** What was written; null until then. */
  result: ImportResultDto | null;
  createdAt: string;
  /** A draft is kept for a day, what was written can be taken back for 30. */
  expiresAt: string;
  committedAt: string | null;
  undoneAt: string | null;
  version: number;
}

export class ImportListDto {
  items: ImportDto[];
  next: string | null;
}

const VALUE = { oneOf: ['string', 'number', 'boolean', 'null'].map((type) => ({ type })) };

export class RowChangeDto {
  field: string;
  /** As it is stored; a district by its name. */
  @ApiProperty(VALUE)
  old: string | number | boolean | null;
  @ApiProperty(VALUE)
  new: string | number | boolean | null;
}

export class RowErrorDto {
  field: string | null;
  /** Header of the column at fault; null when the file has none for the field. */
  column: string | null;
  value: string | null;
  /** German sentence that names the field and what is expected. */
  message: string;
}

export class PreviewRowDto {
  /** As the spreadsheet counts: the header is row 1. */
  number: number;
  title: string | null;
  /** new | changed | unchanged | wrong */
  status: RowStatus;
  changes: RowChangeDto[];
  errors: RowErrorDto[];
}

export class PreviewDto {
  totals: ImportTotalsDto;
  items: PreviewRowDto[];
  next: string | null;
}
