import {
  ChoiceField,
  IdField,
  QueryFlag,
  QueryNumber,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { INSTITUTION_KINDS, type InstitutionKind } from '../vocabulary.js';
import { GroupDto, SIZE } from './group.dto.js';

/** A group of the year before, as it would go on. */
export class GroupProposalDto {
  /** The group of the year before. */
  fromGroupId: string;
  fromName: string;
  /** What it would be called now; null for a class that leaves the school. */
  name: string | null;
  /** Size at the end of the year before. */
  size: number;
}

export class GroupYearDto {
  institutionId: string;
  /** First calendar year: 2026 is 2026/27. */
  schoolYear: number;
  /** When somebody said that the groups of the year are right; null: not yet. */
  confirmedAt: string | null;
  /** Who did; null also when the account is gone or may not be seen. */
  confirmedByName: string | null;
  /** Groups of the year that are there already. */
  groups: GroupDto[];
  /** Groups of the year before that are not there yet. */
  proposal: GroupProposalDto[];
}

export class GroupEntryDto {
  /** Makes sending it twice harmless. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField({ label: 'Name', max: 60 })
  name: string;

  @WholeNumberField(SIZE)
  size: number;

  /** The group of the year before whose children go on in this one. */
  @IdField({ label: 'Bisherige Gruppe', optional: true })
  fromGroupId?: string;
}

export class GetGroupYearDto {
  /** First calendar year: 2026 is 2026/27. The running one if absent. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class ConfirmGroupYearDto {
  /** First calendar year: 2026 is 2026/27. */
  @WholeNumberField({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear: number;

  /** Groups to add before confirming; none: those that are there are right. */
  @ListField({ label: 'Gruppen', of: GroupEntryDto, most: 100, optional: true })
  groups?: GroupEntryDto[];
}

export class ListGroupYearsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  @IdField({ label: 'Stadtbezirk', optional: true })
  districtId?: string;

  @ChoiceField({ label: 'Art', of: INSTITUTION_KINDS, optional: true })
  kind?: InstitutionKind;

  /** Takes part today. */
  @QueryFlag({ label: 'Teilnahme' })
  participating?: boolean;

  @QueryFlag({ label: 'Bestätigt' })
  confirmed?: boolean;

  /** First calendar year: 2026 is 2026/27. The running one if absent. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class GroupYearHouseDto {
  institutionId: string;
  name: string;
  kind: string;
  districtName: string;
  participating: boolean;
  /** Groups of the year that are not archived, and the sum of their sizes. */
  groups: number;
  children: number;
  confirmedAt: string | null;
  confirmedByName: string | null;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}

export class GroupYearCountsDto {
  /** Houses by the filter, whether confirmed or not. */
  houses: number;
  confirmed: number;
}

export class GroupYearListDto {
  schoolYear: number;
  counts: GroupYearCountsDto;
  /** Those that take part first, by name. */
  items: GroupYearHouseDto[];
  next: string | null;
}
