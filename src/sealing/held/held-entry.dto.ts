import { ApiProperty } from '@nestjs/swagger';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdField } from '../../kernel/validation/fields.js';
import { ObjectField } from '../../kernel/validation/object-field.js';

export class ListHeldEntriesDto extends PageQueryDto {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

export class ConfirmHeldEntryDto {
  /** Fields of the body that shall be others: a date where the clock was wrong, the version of what stands there now. */
  @ObjectField({ label: 'Änderungen', optional: true })
  changes?: Record<string, unknown>;
}

/** What the operation said when it refused. */
export class HeldProblemDto {
  code: string;
  /** In German. */
  title: string;
  /** The field that it is about, if it is about one. */
  field: string | null;
}

/** An entry that arrived sealed and waits for the lead of the house. */
export class HeldEntryDto {
  id: string;
  institutionId: string;
  institutionName: string;
  /** activity | activity_change | trial | not_done */
  kind: string;
  /** Of the activity or trial. */
  recordId: string;
  /** What was noted is that the record shall not be there (any more). */
  withdrawn: boolean;
  authorId: string;
  authorName: string;
  /** wrong_proof | access_ended | refused | clock | tablet_revoked | house_closed */
  reason: string;
  problem: HeldProblemDto | null;
  /** Instant by the device's clock. */
  notedAt: string;
  /** The same where it is known how wrong the clock was; null while it was right, or nobody knows. */
  notedAtCorrected: string | null;
  arrivedAt: string;

  /** As it was noted; empty once it is settled. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  body: Record<string, unknown>;

  /** What people call the ids and codes in it: group, child's code, task … */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names: Record<string, string>;

  /** Fields as they probably are. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  proposed: Record<string, unknown> | null;

  /** What stands there instead, where that was the reason. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  current: Record<string, unknown> | null;

  /** Null while it waits. */
  settledAt: string | null;
  /** confirmed | discarded */
  outcome: string | null;
}

export class HeldEntryListDto {
  items: HeldEntryDto[];
  next: string | null;
  /** How many wait in all. */
  waiting: number;
}

export class OwnHeldEntriesDto {
  /** Those that wait, and those settled in the last 30 days; the latest first. */
  items: HeldEntryDto[];
}
