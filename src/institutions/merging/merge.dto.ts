import { ChoiceField, IdField, WholeNumberField } from '../../kernel/validation/fields.js';
import { TextListField } from '../../kernel/validation/fields.js';
import { InstitutionDto } from '../institution.dto.js';

/** Whose runs in the programme stay where both sides have one at the same time. */
export const KEPT_RUNS = ['staying', 'vanishing'] as const;
export type KeptRuns = (typeof KEPT_RUNS)[number];

export class PreviewMergeDto {
  /** The entry that would vanish. */
  @IdField({ label: 'Zweite Einrichtung' })
  vanishingId: string;
}

export class MergeDto {
  /** The entry that vanishes. */
  @IdField({ label: 'Zweite Einrichtung' })
  vanishingId: string;

  /** Its version as it was read. */
  @WholeNumberField({ label: 'Version', min: 1, max: 2_000_000_000 })
  vanishingVersion: number;

  /** Of the differing ones, those whose value comes from the vanishing entry; all others stay. */
  @TextListField({ label: 'Felder', most: 50, max: 60 })
  fields: string[];

  /** Needed only where both sides took part at the same time. */
  @ChoiceField({ label: 'Teilnahme', of: KEPT_RUNS, optional: true })
  runs?: KeptRuns;
}

export class MergeCountsDto {
  groups: number;
  activities: number;
  /** Accounts with a role here. */
  people: number;
  /** Runs in the programme. */
  runs: number;
}

export class JoinedGroupDto {
  name: string;
  schoolYear: number;
  /** This size stays. */
  stayingSize: number;
  vanishingSize: number;
}

export class MergePreviewDto {
  staying: InstitutionDto;
  vanishing: InstitutionDto;
  /** Fields in which the two differ; what says nothing alone (a year, a source, since when) goes with its field. */
  differing: string[];
  stayingCounts: MergeCountsDto;
  vanishingCounts: MergeCountsDto;
  /** Groups that both have under the same name in the same year: their activities come together. */
  joined: JoinedGroupDto[];
  /** Both took part at the same time: one has to choose whose runs stay. */
  overlapping: boolean;
}

export class DuplicateHouseDto {
  id: string;
  name: string;
  districtName: string;
}

export class DuplicateDto {
  /** name: same name and postal code; address: same street and number. */
  reason: string;
  first: DuplicateHouseDto;
  second: DuplicateHouseDto;
}

export class DuplicateListDto {
  items: DuplicateDto[];
}

export class ListDuplicatesDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;
}
