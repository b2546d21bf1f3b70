import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { EmailField, IdField, TextField } from '../../kernel/validation/fields.js';
import { PHONE } from '../institution.dto.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const NAME = { label: 'Name', max: 100 };

export class ListInstitutionContactsDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

class ContactFieldsDto {
  @TextField({ label: 'Funktion', max: 100, ...MAY_BE_EMPTY })
  function?: string | null;

  @TextField({ label: 'Telefon', max: 40, pattern: PHONE, ...MAY_BE_EMPTY })
  phone?: string | null;

  @EmailField({ label: 'E-Mail-Adresse', ...MAY_BE_EMPTY })
  email?: string | null;
}

export class CreateInstitutionContactDto extends ContactFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @TextField(NAME)
  name: string;
}

export class UpdateInstitutionContactDto extends ContactFieldsDto {
  @TextField({ ...NAME, optional: true })
  name?: string;
}

export class InstitutionContactDto {
  id: string;
  institutionId: string;
  name: string;
  function: string | null;
  phone: string | null;
  email: string | null;
  version: number;
}

export class InstitutionContactListDto {
  items: InstitutionContactDto[];
  next: string | null;
}
