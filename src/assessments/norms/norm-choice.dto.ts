import { IdField, TextField } from '../../kernel/validation/fields.js';
import { ListField } from '../../kernel/validation/list-field.js';

export class ChooseNormDto {
  @TextField({ label: 'Aufgabe', max: 12 })
  itemCode: string;

  @IdField({ label: 'Normtabelle' })
  normSetId: string;
}

export class ChooseNormsDto {
  /** Tasks that are not among them have raw values only. */
  @ListField({ label: 'Normtabellen', of: ChooseNormDto, most: 30 })
  norms: ChooseNormDto[];
}

export class NormChoiceDto {
  itemCode: string;
  itemTitle: string;
  normSetId: string;
  title: string;
  version: number;
  since: string;
  /** Null: in force. */
  replacedAt: string | null;
}

export class NormChoiceListDto {
  items: NormChoiceDto[];
}
