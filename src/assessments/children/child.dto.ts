import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  ChoiceField,
  DateField,
  IdField,
  QueryFlag,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { ConsentDto } from '../consents/consent.dto.js';
import { BIRTH_MONTH, SEXES, type Sex } from './child-rules.js';

export const MOST_CHILDREN = 200;

const MONTH = { label: 'Geburtsmonat', max: 7, pattern: BIRTH_MONTH, optional: true, nullable: true };
const SEX = { label: 'Geschlecht', of: SEXES, optional: true, nullable: true };

export class ListChildrenDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  /** Those who have left; without it, those who are there. */
  @QueryFlag({ label: 'Verlassen' })
  left?: boolean;
}

export class CreateChildrenDto {
  /** Of the request: sent twice, it makes the same children once. The first child bears it. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @IdField({ label: 'Gruppe' })
  groupId: string;

  /** How many. */
  @WholeNumberField({ label: 'Anzahl', min: 1, max: 100 })
  count: number;

  /** Of all of them; useful for one. Year and month, `2021-05`. */
  @TextField(MONTH)
  birthMonth?: string | null;

  @ChoiceField(SEX)
  sex?: Sex | null;
}

export class UpdateChildDto {
  /** Year and month, `2021-05`. */
  @TextField(MONTH)
  birthMonth?: string | null;

  @ChoiceField(SEX)
  sex?: Sex | null;

  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  /** The day on which the child left the house; null: it is there. */
  @DateField({ label: 'Verlassen am', optional: true, nullable: true })
  leftOn?: CalendarDate | null;
}

export class ChildChangeDto extends UpdateChildDto {
  @IdField({ label: 'Kind' })
  id: string;

  /** Its version as it was read. */
  @WholeNumberField({ label: 'Version', min: 1, max: 2_000_000_000 })
  version: number;
}

export class ChangeChildrenDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** All of them change, or none. */
  @ListField({ label: 'Kinder', of: ChildChangeDto, most: MOST_CHILDREN })
  children: ChildChangeDto[];
}

export class ChildDto {
  id: string;
  institutionId: string;
  /** Five signs; whose they are stands on paper in the house. */
  code: string;
  /** The code before two houses with the same one became one. */
  formerCode: string | null;
  /** `2021-05`; age counts from the middle of the month. */
  birthMonth: string | null;
  /** female, male, diverse, unspecified; null: not entered yet. */
  sex: string | null;
  groupId: string;
  groupName: string;
  /** Of the group; first calendar year. */
  schoolYear: number;
  leftOn: string | null;
  /** The running one, or else the one that was withdrawn last. */
  consent: ConsentDto | null;
  version: number;
}

export class ChildListDto {
  /** By code. */
  items: ChildDto[];
  next: string | null;
}

export class ChildrenDto {
  items: ChildDto[];
}
