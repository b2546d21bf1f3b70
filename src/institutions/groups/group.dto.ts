import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  FlagField,
  IdField,
  QueryFlag,
  QueryNumber,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';

const SIZE = { label: 'Anzahl der Kinder', min: 0, max: 200 };

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
