import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdField, QueryNumber, WholeNumberField } from '../../kernel/validation/fields.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };

export class ListTargetsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** First calendar year: 2026 is 2026/27. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

class TargetFieldsDto {
  /** Houses that take part. */
  @WholeNumberField({ label: 'Einrichtungen', min: 0, max: 5000, ...MAY_BE_EMPTY })
  institutions?: number | null;

  /** Children reached. */
  @WholeNumberField({ label: 'Kinder', min: 0, max: 500_000, ...MAY_BE_EMPTY })
  children?: number | null;

  /** Of 45 minutes each. */
  @WholeNumberField({ label: 'Unterrichtseinheiten (UE)', min: 0, max: 500_000, ...MAY_BE_EMPTY })
  teachingUnits?: number | null;

  /** Talks of the coaches with houses. */
  @WholeNumberField({ label: 'Beratungen', min: 0, max: 100_000, ...MAY_BE_EMPTY })
  consultations?: number | null;

  /** Minutes of movement in each active group and week. */
  @WholeNumberField({ label: 'Bewegungsminuten je Gruppe und Woche', min: 0, max: 3000, ...MAY_BE_EMPTY })
  weeklyMinutes?: number | null;
}

export class CreateTargetDto extends TargetFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  @WholeNumberField({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear: number;
}

export class UpdateTargetDto extends TargetFieldsDto {}

export class TargetDto {
  id: string;
  municipalityId: string;
  schoolYear: number;
  /** Houses that take part; null: no target. */
  institutions: number | null;
  /** Children reached; null: no target. */
  children: number | null;
  /** Units of 45 minutes; null: no target. */
  teachingUnits: number | null;
  /** Talks of the coaches with houses; null: no target. */
  consultations: number | null;
  /** Minutes of movement in each active group and week; null: no target. */
  weeklyMinutes: number | null;
  version: number;
}

export class TargetListDto {
  items: TargetDto[];
  next: string | null;
}
