import { DateField, IdField } from '../../../kernel/validation/fields.js';

export class ChangeQueryDto {
  @IdField({ label: 'Einrichtung' })
  institutionId: string;

  /** Only children who were in it at their first test; all if absent. */
  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;

  @DateField({ label: 'Erster Zeitraum, von' })
  beforeFrom: string;

  @DateField({ label: 'Erster Zeitraum, bis' })
  beforeTo: string;

  @DateField({ label: 'Zweiter Zeitraum, von' })
  afterFrom: string;

  @DateField({ label: 'Zweiter Zeitraum, bis' })
  afterTo: string;
}

export class ChangedItemDto {
  itemCode: string;
  title: string;
  protocolId: string;
  protocolVersion: number;
  normSetId: string;
  normTitle: string;
  /** Children scored in both periods by the same protocol and norm set. */
  paired: number;
  /** Children scored in the first period only. */
  lost: number;
  /** Mean change of the performance's z, up is better; null without a pair. */
  meanChange: number | null;
  /** 95 % interval of the mean by Student's t; null for fewer than two pairs. */
  low: number | null;
  high: number | null;
  /** Pairs that rose by a class or more, stayed, fell. */
  up: number;
  same: number;
  down: number;
}

export class ChangeDto {
  institutionId: string;
  institutionName: string;
  /** In the order of the tasks; one line for each protocol and norm set, because others are never compared. */
  items: ChangedItemDto[];
  /** Children who are in at least one pair. */
  childrenPaired: number;
}
