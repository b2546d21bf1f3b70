import { ApiProperty } from '@nestjs/swagger';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../institutions/vocabulary.js';
import {
  ChoiceListField,
  FlagField,
  IdField,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';
import { ProtocolDto } from './protocol.dto.js';

const AGE = { min: 2, max: 20, optional: true, nullable: true };

export class CreateBatteryItemDto {
  @IdField({ label: 'Durchführung' })
  protocolId: string;

  /** May be left out on a test day. */
  @FlagField({ label: 'Freiwillig', optional: true })
  optional?: boolean;
}

export class CreateBatteryDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  /** Of the battery that this is the next version of, or a new one. */
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

  @TextField({ label: 'Beschreibung', max: 2000, multiline: true })
  description: string;

  @ChoiceListField({ label: 'Für', of: INSTITUTION_KINDS })
  kinds: InstitutionKind[];

  /** Whole years, both inclusive; null: any age. */
  @WholeNumberField({ label: 'Alter von', ...AGE })
  ageFrom?: number | null;

  @WholeNumberField({ label: 'Alter bis', ...AGE })
  ageTo?: number | null;

  @TextField({ label: 'Quelle', max: 500 })
  source: string;

  /** In the order in which they are offered. */
  @ListField({ label: 'Aufgaben', of: CreateBatteryItemDto, most: 30 })
  items: CreateBatteryItemDto[];
}

/** The norms that score a task at present. */
export class ItemNormDto {
  normSetId: string;
  title: string;
  version: number;
  derived: boolean;
}

export class BatteryItemDto {
  position: number;
  optional: boolean;
  protocol: ProtocolDto;
  /** Null: raw values only. */
  @ApiProperty({ type: ItemNormDto, nullable: true })
  norm: ItemNormDto | null;
}

export class BatteryDto {
  id: string;
  code: string;
  version: number;
  title: string;
  description: string;
  kinds: string[];
  /** Whole years, both inclusive. */
  ageFrom: number | null;
  ageTo: number | null;
  source: string;
  createdAt: string;
  /** The newest version, which is the one that is offered. */
  current: boolean;
  items: BatteryItemDto[];
}

export class BatteryListDto {
  items: BatteryDto[];
}
