import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  DateField,
  FlagField,
  IdField,
  QueryFlag,
  QueryNumber,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';

export const SIZE = { label: 'Anzahl der Kinder', min: 0, max: 200 };

export class ListGroupsDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;

  @QueryFlag({ label: 'Archiviert' })
  archived?: boolean;
}

export class CreateGroupDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @TextField({ label: 'Name', max: 60 })
  name: string;

  /** First calendar year: 2026 is 2026/27. */
  @WholeNumberField({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear: number;

  @WholeNumberField(SIZE)
  size: number;
}

export class UpdateGroupDto {
  @TextField({ label: 'Name', max: 60, optional: true })
  name?: string;

  @WholeNumberField({ ...SIZE, optional: true })
  size?: number;

  /** Since when the group has the size: today if absent. The first day of the school year corrects it from the beginning. */
  @DateField({ label: 'Gilt ab', optional: true })
  sizeFrom?: CalendarDate;

  @FlagField({ label: 'Archiviert', optional: true })
  archived?: boolean;
}

export class GroupDto {
  id: string;
  institutionId: string;
  name: string;
  schoolYear: number;
  /** Children enrolled. */
  size: number;
  archivedAt: string | null;
  version: number;
}

export class GroupListDto {
  items: GroupDto[];
  next: string | null;
}

export class GroupSizeDto {
  /** The size held from this day on, until the next one's. */
  validFrom: string;
  size: number;
}

export class GroupSizeListDto {
  /** Oldest first; the first begins with the school year. */
  items: GroupSizeDto[];
}
