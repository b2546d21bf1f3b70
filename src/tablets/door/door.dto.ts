import { PIN_FIELD } from '../../access/tablets/own-proof.dto.js';
import { SharedTabletDto } from '../../access/sessions/session.dto.js';
import { SessionDto } from '../../access/sessions/session.dto.js';
import { SheetDto } from '../../assessments/entry/sheet.dto.js';
import { GroupDto } from '../../institutions/groups/group.dto.js';
import { IdField, TextField } from '../../kernel/validation/fields.js';
import { FocusAreaDto } from '../../programme/focus-areas/focus-area.dto.js';
import { ModuleDto } from '../../programme/modules/module.dto.js';

export class EnrolTabletDto {
  /** From the address's fragment. */
  @TextField({ label: 'Code', max: 100 })
  code: string;
}

/** Either a badge, or a person and their PIN. */
export class UnlockDto {
  @IdField({ label: 'Person', optional: true })
  accountId?: string;

  @TextField({ ...PIN_FIELD, optional: true })
  pin?: string;

  /** What the badge's QR code says. */
  @TextField({ label: 'Ausweis', max: 100, optional: true })
  badge?: string;
}

export class UnlockedDto extends SessionDto {
  /** To be sent as `X-Unlock` with every request, and kept nowhere but in the page's memory. */
  unlock: string;
}

export class DeskInstitutionDto {
  id: string;
  name: string;
  /** kita | school */
  kind: string;
  municipalityId: string;
  municipalityName: string;
}

export class DeskPersonDto {
  accountId: string;
  /** First name or initials, with as many more letters as tell people apart. */
  label: string;
  hasPin: boolean;
  hasBadge: boolean;
  /** The PIN was wrong too often. */
  locked: boolean;
}

/** What a locked tablet knows, so that entries can be made on it without a network. Everybody who picks it up can read it. */
export class DeskDto {
  tablet: SharedTabletDto;
  institution: DeskInstitutionDto;
  people: DeskPersonDto[];
  /** Of the running school year. */
  groups: GroupDto[];
  focusAreas: FocusAreaDto[];
  /** Those on offer. */
  modules: ModuleDto[];
  /** From today on for a week, those that are still open: only children with consent, and nothing of what stands of them. */
  testDays: SheetDto[];
  /** Today in Berlin, YYYY-MM-DD. */
  today: string;
  /** The running school year: 2026 is 2026/27. */
  schoolYear: number;
  /** Instant, ISO 8601. */
  now: string;
  /** The people and institutions are invented. */
  demo: boolean;
}
