import { ApiProperty } from '@nestjs/swagger';
import {
  ChoiceField,
  FileTextField,
  FlagField,
  IdField,
  QueryDecimal,
  TextField,
} from '../../kernel/validation/fields.js';
import type { NoNorm, NormSex } from '../scoring/score.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const ITEM = { label: 'Aufgabe', max: 12 };
const SEX = { label: 'Geschlecht', of: ['male', 'female'] };
/** A body ends at 1 MB; 5,000 rows are half of it. */
const CSV = { label: 'Datei', max: 900_000 };

export class PreviewNormsDto {
  /** item,unit,direction,sex,age_years,L,M,S */
  @FileTextField(CSV)
  csv: string;
}

export class CreateNormSetDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  /** Of the set that this is the next version of, or a new one. */
  @TextField({
    label: 'Kürzel',
    max: 20,
    pattern: {
      regex: /^[A-Z][A-Z0-9-]{1,19}$/,
      expected: '2 bis 20 Großbuchstaben, Ziffern oder Bindestriche',
    },
  })
  code: string;

  @TextField({ label: 'Name', max: 120 })
  title: string;

  @TextField({ label: 'Quelle', max: 1000, multiline: true })
  source: string;

  /** Who was measured. */
  @TextField({ label: 'Stichprobe', max: 500 })
  population: string;

  @TextField({ label: 'Jahre der Erhebung', max: 60, ...MAY_BE_EMPTY })
  years?: string | null;

  /** By what right it is used here. */
  @TextField({ label: 'Nutzungsrecht', max: 500 })
  licence: string;

  /** Fitted to somebody's data by others than its authors. */
  @FlagField({ label: 'Abgeleitet', optional: true })
  derived?: boolean;

  @TextField({ label: 'Hinweis', max: 2000, multiline: true, ...MAY_BE_EMPTY })
  note?: string | null;

  /** item,unit,direction,sex,age_years,L,M,S */
  @FileTextField(CSV)
  csv: string;
}

export class NormRangeDto {
  /** male | female */
  sex: string;
  /** In years; between these two there are norms. */
  ageFrom: number;
  ageTo: number;
}

export class NormItemDto {
  itemCode: string;
  itemTitle: string;
  unit: string;
  /** Which raw value is the better performance: higher | lower */
  direction: string;
  ranges: NormRangeDto[];
}

export class NormUseDto {
  batteryId: string;
  title: string;
  version: number;
  itemCodes: string[];
}

export class NormSetDto {
  id: string;
  code: string;
  version: number;
  title: string;
  source: string;
  population: string;
  years: string | null;
  licence: string;
  /** Fitted to somebody's data by others than its authors: no published norms. */
  derived: boolean;
  note: string | null;
  createdAt: string;
  /** The newest version of its code. */
  current: boolean;
  items: NormItemDto[];
  /** Batteries that it scores at present. */
  usedBy: NormUseDto[];
}

export class NormSetListDto {
  items: NormSetDto[];
}

export class AskScoreDto {
  /** The task's code, such as SWS. */
  @TextField(ITEM)
  item: string;

  @ChoiceField(SEX)
  sex: NormSex;

  /** Exact, in years. */
  @QueryDecimal({ label: 'Alter in Jahren', min: 0, max: 25 })
  age: number;

  /** As the norm table counts it. */
  @QueryDecimal({ label: 'Wert', min: -1000, max: 100_000 })
  raw: number;
}

export class ScoreDto {
  @ApiProperty({ enum: ['ok', 'no_norm'] })
  status: string;
  /** Why there is no norm: for the task, the sex, the age or the value; null with a score. */
  @ApiProperty({ type: String, enum: ['item', 'sex', 'age', 'value'], nullable: true })
  reason: NoNorm | null;
  /** Of the raw value, like `percentile`. */
  z: number | null;
  percentile: number | null;
  /** The other end where a lower value is better. */
  performanceZ: number | null;
  performancePercentile: number | null;
  /** 1 (far below average) … 5 (far above average), by the performance percentile. */
  class: number | null;
  /** The value is the best that can be counted: the performance is at least this good. */
  capped: boolean;
}

export class AskCurveDto {
  @TextField(ITEM)
  item: string;

  @ChoiceField(SEX)
  sex: NormSex;
}

/** Raw values of percentiles at an age; null where the norms have none so far out. */
export class CurvePointDto {
  age: number;
  p3: number | null;
  p20: number | null;
  p50: number | null;
  p80: number | null;
  p97: number | null;
}

export class CurveDto {
  itemCode: string;
  itemTitle: string;
  unit: string;
  direction: string;
  sex: string;
  points: CurvePointDto[];
}

export class NormFaultDto {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  column: string;
  value: string;
  /** What would be right there, in German. */
  expected: string;
}

export class NormPreviewDto {
  rows: number;
  /** How many cells are wrong; none: the file can be taken. */
  faultCount: number;
  /** The first hundred of them. */
  faults: NormFaultDto[];
  /** Columns that are left out. */
  ignored: string[];
  /** Of the good rows. */
  curves: CurveDto[];
}
