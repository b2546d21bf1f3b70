import { ChoiceField, WholeNumberField } from '../kernel/validation/fields.js';
import { ListField } from '../kernel/validation/list-field.js';

/** In what two versions of an activity can differ. */
const FIELDS = [
  'groupId',
  'heldOn',
  'focusArea',
  'minutes',
  'childrenPresent',
  'adultsPresent',
  'place',
  'moduleId',
  'note',
] as const;
const SIDES = ['own', 'stored'] as const;

export class KeptFieldDto {
  @ChoiceField({ label: 'Feld', of: FIELDS, name: 'ActivityField' })
  field: (typeof FIELDS)[number];

  /** The word of whoever sends this, or what somebody else had stored meanwhile. */
  @ChoiceField({ label: 'Gewählt', of: SIDES, name: 'ConflictSide' })
  chosen: (typeof SIDES)[number];
}

/** What a person chose where somebody else had been quicker; it goes into the trail. */
export class SettledConflictDto {
  /** The version that was to be changed. */
  @WholeNumberField({ label: 'Fassung', min: 0, max: 1_000_000_000 })
  version: number;

  @ListField({ label: 'Gewählte Angaben', of: KeptFieldDto, most: FIELDS.length })
  kept: KeptFieldDto[];
}
