import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import {
  ChoiceField,
  CodeListField,
  FlagField,
  IdField,
  QueryFlag,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { type Audience, AUDIENCES, MODULE_FORMATS, type ModuleFormat } from '../vocabulary.js';

const FOCUS_AREA = { label: 'Schwerpunkt', max: 40 };
const AUDIENCE = { label: 'Zielgruppe', of: AUDIENCES };
const FORMAT = { label: 'Format', of: MODULE_FORMATS };
const TITLE = { label: 'Titel', max: 120 };
const MAY_BE_EMPTY = { optional: true, nullable: true };

export class ListModulesDto extends PageQueryDto {
  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;

  @ChoiceField({ ...AUDIENCE, optional: true })
  audience?: Audience;

  @ChoiceField({ ...FORMAT, optional: true })
  format?: ModuleFormat;

  /** Only those that can be chosen, or only the retired ones; all if absent. */
  @QueryFlag({ label: 'Im Angebot' })
  active?: boolean;

  /** Part of the title or description; forgives missing accents. */
  @TextField({ label: 'Suche', max: 100, optional: true })
  q?: string;
}

class ModuleFieldsDto {
  @TextField({ label: 'Beschreibung', max: 2000, multiline: true, ...MAY_BE_EMPTY })
  description?: string | null;

  @WholeNumberField({ label: 'Übliche Dauer in Minuten', min: 5, max: 6000, ...MAY_BE_EMPTY })
  usualMinutes?: number | null;

  /** False retires it: it stays readable, but cannot be chosen any more. */
  @FlagField({ label: 'Im Angebot', optional: true })
  active?: boolean;

  /** Tasks of the motor-skills tests that the module is good for; it is proposed where many children find them hard. */
  @CodeListField({ label: 'Passt zu diesen Aufgaben', most: 30, optional: true })
  itemCodes?: string[];
}

export class CreateModuleDto extends ModuleFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField(FOCUS_AREA)
  focusArea: string;

  @ChoiceField(AUDIENCE)
  audience: Audience;

  @ChoiceField(FORMAT)
  format: ModuleFormat;

  @TextField(TITLE)
  title: string;
}

export class UpdateModuleDto extends ModuleFieldsDto {
  @TextField({ ...FOCUS_AREA, optional: true })
  focusArea?: string;

  @ChoiceField({ ...AUDIENCE, optional: true })
  audience?: Audience;

  @ChoiceField({ ...FORMAT, optional: true })
  format?: ModuleFormat;

  @TextField({ ...TITLE, optional: true })
  title?: string;
}

export class ModuleDto {
  id: string;
  focusArea: string;
  /** children | parents | staff */
  audience: string;
  /** workshop | training | coaching | talk | project | sports_festival | kick_off | athlete_visit | closing */
  format: string;
  title: string;
  description: string | null;
  usualMinutes: number | null;
  /** False: retired, not to be chosen any more. */
  active: boolean;
  /** Tasks of the motor-skills tests that it is good for, in the order of their catalogue. */
  itemCodes: string[];
  version: number;
}

export class ModuleListDto {
  items: ModuleDto[];
  next: string | null;
}
