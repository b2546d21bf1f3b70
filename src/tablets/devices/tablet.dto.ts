import { ChoiceField, IdField, TextField } from '../../kernel/validation/fields.js';

/** How people are called on the tablet's screen, which everybody sees. */
export const PEOPLE_SHOWN = ['first_names', 'initials'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

const NAME = { label: 'Name', max: 60 };
const SHOWN = { label: 'Auf dem Tablet', of: PEOPLE_SHOWN, optional: true };

export class OfHouseDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;
}

export class CreateTabletDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  @TextField(NAME)
  name: string;

  /** First names if absent. */
  @ChoiceField(SHOWN)
  peopleShown?: PeopleShown;
}

export class UpdateTabletDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField(SHOWN)
  peopleShown?: PeopleShown;
}

export class TabletDto {
  id: string;
  institutionId: string;
  name: string;
  /** first_names | initials */
  peopleShown: string;
  createdAt: string;
  /** When a device became it; null until its code is used. */
  enrolledAt: string | null;
  /** To the minute. */
  lastUsedAt: string | null;
  /** Until when the latest code can be used; null when there is none. */
  codeExpiresAt: string | null;
  revokedAt: string | null;
  version: number;
}

export class TabletListDto {
  items: TabletDto[];
}

export class EnrolmentDto {
  /** One-time code for `POST /api/tablet`; shown only in this answer. */
  code: string;
  /** The same as an address to be opened on the tablet, as a QR code. */
  link: string;
  expiresAt: string;
}

export class NewTabletDto extends TabletDto {
  /** How a device becomes it. Null when the same tablet was made before: ask for a new code then. */
  enrolment: EnrolmentDto | null;
}
