import { FlagField, IdField, TextField } from '../../kernel/validation/fields.js';

const KEY = { regex: /^\d{8}$/, expected: 'den amtlichen Gemeindeschlüssel mit 8 Ziffern' };
const STATE = { regex: /^[A-Z]{2}$/, expected: 'das Kürzel des Bundeslandes mit zwei Großbuchstaben (NW)' };

export class CreateMunicipalityDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField({ label: 'Name', max: 100 })
  name: string;

  @TextField({ label: 'Gemeindeschlüssel', max: 8, pattern: KEY })
  key: string;

  @TextField({ label: 'Bundesland', max: 2, pattern: STATE, optional: true })
  state?: string;
}

export class UpdateMunicipalityDto {
  @TextField({ label: 'Name', max: 100, optional: true })
  name?: string;

  @TextField({ label: 'Gemeindeschlüssel', max: 8, pattern: KEY, optional: true })
  key?: string;

  @TextField({ label: 'Bundesland', max: 2, pattern: STATE, optional: true })
  state?: string;

  @FlagField({ label: 'Archiviert', optional: true })
  archived?: boolean;
}

export class MunicipalityDto {
  id: string;
  name: string;
  /** Amtlicher Gemeindeschlüssel, 8 digits. */
  key: string;
  /** Federal state, which decides about the school holidays. */
  state: string;
  archivedAt: string | null;
  version: number;
}

export class MunicipalityListDto {
  items: MunicipalityDto[];
  next: string | null;
}
