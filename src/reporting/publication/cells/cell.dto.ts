import { ApiProperty, OmitType } from '@nestjs/swagger';
import { WAVES, type Wave } from '../../../assessments/test-days/vocabulary.js';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../../institutions/vocabulary.js';
import { ChoiceField, IdField, QueryNumber, TextField } from '../../../kernel/validation/fields.js';
import { CSV_FORMS, type CsvForm } from '../../exports/csv-form.js';
import {
  AGE_BANDS,
  type AgeBand,
  type Block,
  type CellState,
  HIDING_REASONS,
  type HidingReason,
  type Outcome,
  type Scheme,
  SCHEMES,
  SEXES,
  type Sex,
} from '../publication-types.js';
import { BLOCKS } from '../summary.dto.js';
import { ALL } from './cell-words.js';

type All = typeof ALL;

export const MOST_CELLS = 1000;
const CELL_STATES = ['rounded', 'up_to_7', 'hidden'] as const satisfies readonly CellState[];
const OUTCOMES = ['below', 'not_below', 'up', 'same', 'down', 'lost'] as const satisfies readonly Outcome[];

const oneOf = (label: string, of: readonly string[]): PropertyDecorator =>
  ChoiceField({ label, of: [...of, ALL], optional: true });

/** Which cells. `all`: the ones that take all of it together; absent: whichever. */
export class CellFilterDto {
  @ChoiceField({ label: 'Tabelle', of: BLOCKS, optional: true })
  block?: Block;

  /** Code of a task in the publication, or `all`. */
  @TextField({ label: 'Aufgabe', max: 20, optional: true })
  item?: string;

  /** A version of the task. */
  @IdField({ label: 'Fassung der Aufgabe', optional: true })
  protocolId?: string;

  @oneOf('Welle', WAVES)
  wave?: Wave | All;

  @ChoiceField({ label: 'Gliederung', of: SCHEMES, optional: true })
  scheme?: Scheme;

  /** Key of a region of the publication; `low`, `medium`, `high`; `1-3`, `4-6`, `7-9`; `unknown`; or `all`. */
  @TextField({ label: 'Ort oder Lage', max: 1000, optional: true })
  place?: string;

  @oneOf('Art', INSTITUTION_KINDS)
  kind?: InstitutionKind | All;

  @oneOf('Geschlecht', SEXES)
  sex?: Sex | All;

  @oneOf('Alter', AGE_BANDS)
  ageBand?: AgeBand | All;

  @oneOf('Ergebnis', OUTCOMES)
  outcome?: Outcome | All;
}

export class ListCellsDto extends CellFilterDto {
  /** Cells on a page, all 1000 that fit unless said otherwise. */
  @QueryNumber({ label: 'Anzahl (limit)', min: 1, max: MOST_CELLS })
  limit?: number = MOST_CELLS;

  /** `next` of the page before. */
  @TextField({ label: 'Seitenangabe (cursor)', max: 1000, optional: true })
  cursor?: string;
}

export class ExportCellsDto extends OmitType(ListCellsDto, ['limit', 'cursor']) {
  /** Without one, all that is published. */
  @IdField({ label: 'Veröffentlichung', optional: true })
  publicationId?: string;

  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField({ label: 'Form', of: CSV_FORMS, optional: true })
  form?: CsvForm;
}

/** A number of children as it is published. Null in what it is about: all of them together. */
export class PublishedCellDto {
  @ApiProperty({ enum: BLOCKS, enumName: 'PublicationBlock' })
  block: Block;
  /** Null: `tested`, which is about no task. */
  item: string | null;
  protocolId: string | null;
  @ApiProperty({ enum: WAVES, enumName: 'TestWave', nullable: true })
  wave: Wave | null;
  @ApiProperty({ enum: SCHEMES, enumName: 'PublicationScheme' })
  scheme: Scheme;
  place: string | null;
  @ApiProperty({ enum: INSTITUTION_KINDS, enumName: 'InstitutionKind', nullable: true })
  kind: InstitutionKind | null;
  @ApiProperty({ enum: SEXES, enumName: 'PublicationSex', nullable: true })
  sex: Sex | null;
  @ApiProperty({ enum: AGE_BANDS, enumName: 'AgeBand', nullable: true })
  ageBand: AgeBand | null;
  @ApiProperty({ enum: OUTCOMES, enumName: 'PublicationOutcome', nullable: true })
  outcome: Outcome | null;
  /** rounded: to the nearest 5 · up_to_7: 0 to 7 · hidden: nothing is said */
  @ApiProperty({ enum: CELL_STATES, enumName: 'CellState' })
  state: CellState;
  @ApiProperty({ enum: HIDING_REASONS, enumName: 'HidingReason', nullable: true })
  reason: HidingReason | null;
  /** Children, a multiple of 5; null unless it is rounded. */
  count: number | null;
  /** Of the same cell with all outcomes, in whole percent; null where that would say too much. */
  share: number | null;
  /** Mean change in z between first and last test, with its 95 % interval. */
  meanDelta: number | null;
  meanLow: number | null;
  meanHigh: number | null;
}

export class PublishedCellListDto {
  items: PublishedCellDto[];
  next: string | null;
  /** How the numbers are to be read; belongs beside each of them. */
  label: string;
}
