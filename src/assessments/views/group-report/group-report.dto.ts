import { IdField } from '../../../kernel/validation/fields.js';

export class GroupReportQueryDto {
  /** Only children who were in it on the day; all if absent. */
  @IdField({ label: 'Gruppe', optional: true })
  groupId?: string;
}

export class ReportedGroupDto {
  id: string;
  name: string;
}

export class ReportedDayDto {
  id: string;
  institutionId: string;
  institutionName: string;
  heldOn: string;
  /** entry | progress | exit */
  wave: string;
  closed: boolean;
  batteryTitle: string;
  groups: ReportedGroupDto[];
}

export class ReportedItemDto {
  itemCode: string;
  title: string;
  protocolId: string;
  done: number;
  notDone: number;
  invalid: number;
  /** Trials are missing. */
  open: number;
  /** Children whose result was compared with the norm. */
  scored: number;
  /** How many of them are in each of the five classes, from far below average to far above; the norm expects a fifth in each. */
  classes: number[];
  /** Share of the scored in the two lower classes (performance percentile below 40), 0 to 1; null if none is scored. The norm expects 0.4. */
  belowAverage: number | null;
  /** What they were compared with. */
  normTitles: string[];
}

export class ProposedModuleDto {
  id: string;
  title: string;
  focusArea: string;
  /** children | parents | staff */
  audience: string;
  format: string;
  usualMinutes: number | null;
}

export class NeedDto {
  itemCode: string;
  title: string;
  scored: number;
  belowAverage: number;
  /** Modules on offer that are good for the task. */
  modules: ProposedModuleDto[];
}

export class GroupReportDto {
  testDay: ReportedDayDto;
  /** Children with at least one entry. */
  children: number;
  /** In the battery's order. */
  items: ReportedItemDto[];
  /** Tasks that more children find hard than the norm expects, the hardest first. */
  needs: NeedDto[];
}
