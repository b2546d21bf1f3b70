import { TextField } from '../../kernel/validation/fields.js';

export class UpdateFocusAreaDto {
  @TextField({ label: 'Titel', max: 60 })
  title: string;
}

export class FocusAreaDto {
  id: string;
  code: string;
  title: string;
  version: number;
}

export class FocusAreaListDto {
  items: FocusAreaDto[];
}
