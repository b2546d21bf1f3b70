import { IdField, QueryNumber } from '../../kernel/validation/fields.js';

export class PackageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** First calendar year: 2026 is 2026/27. All years if absent. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}
