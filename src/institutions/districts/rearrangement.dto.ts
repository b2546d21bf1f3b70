import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { DateField, FlagField, IdField, TextField } from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { DistrictDto } from './district.dto.js';

export class NewDistrictDto {
  /** Made by the client, so that houses can be sent there in the same request. */
  @IdField({ label: 'Kennung' })
  id: string;

  @TextField({ label: 'Name', max: 100 })
  name: string;
}

export class MovedHouseDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** One of the new districts, or another one of the municipality. */
  @IdField({ label: 'Stadtbezirk' })
  districtId: string;
}

/** A district split into others, joined with others, or just handing over some of its houses. */
export class RearrangeDistrictDto {
  /** The first day on which the houses belong to where they go; today or earlier. */
  @DateField({ label: 'Gilt ab' })
  from: CalendarDate;

  @ListField({ label: 'Neue Stadtbezirke', of: NewDistrictDto, most: 20 })
  newDistricts: NewDistrictDto[];

  /** The houses that go; the others stay. */
  @ListField({ label: 'Einrichtungen', of: MovedHouseDto, most: 1000 })
  houses: MovedHouseDto[];

  /** The district ends: all its open houses must go. */
  @FlagField({ label: 'Archivieren', optional: true })
  archive?: boolean;
}

export class RearrangedDto {
  district: DistrictDto;
  /** The districts that were made. */
  made: DistrictDto[];
  /** How many houses went. */
  moved: number;
}

export class DistrictNameDto {
  name: string;
  /** The first day of the name; null: since ever. */
  from: string | null;
}

export class DistrictMoveDto {
  institutionId: string;
  institutionName: string;
  /** The first day in the new district. */
  from: string;
  fromDistrictName: string;
  toDistrictName: string;
}

export class DistrictHistoryDto {
  /** Oldest first. */
  names: DistrictNameDto[];
  /** Houses that came into the district or left it, latest first. */
  moves: DistrictMoveDto[];
}
