/** The filter as it was applied; null: not filtered by it. */
export class OverviewFilterDto {
  municipalityId: string | null;
  schoolYear: number;
  districtId: string | null;
  kind: string | null;
  providerKind: string | null;
  familyCentre: boolean | null;
  socialIndexGroup: string | null;
  socialSituation: string | null;
  q: string | null;
}

export class PeriodDto {
  schoolYear: number;
  /** 1 August. */
  from: string;
  /** 31 July. */
  to: string;
  /** The day at which the figures stand: today, or the last day of a year that is over. */
  asOf: string;
}

export class KindFiguresDto {
  kind: string;
  /** All institutions, taking part or not: the denominator. */
  total: number;
  /** Took part on at least one day of the period. */
  participating: number;
  /** With at least one activity in the period. */
  active: number;
}

export class InstitutionFiguresDto {
  /** All institutions, taking part or not: the denominator. */
  total: number;
  /** Took part on at least one day of the period. */
  participating: number;
  /** With at least one activity in the period. */
  active: number;
  byKind: KindFiguresDto[];
}

/** Groups of the houses that participate or are active. */
export class GroupFiguresDto {
  total: number;
  /** With at least one activity in the period. */
  active: number;
}

export class ChildFiguresDto {
  /** Sum of the sizes of the groups with at least one activity; never of attendances. */
  reached: number;
  /** Sum of the sizes of all these groups. */
  enrolled: number;
}

export class WeekDto {
  /** ISO week: 2026-W37. */
  week: string;
  /** Its first day. */
  monday: string;
  activities: number;
  minutes: number;
  /** Monday to Friday are all school holidays. */
  holiday: boolean;
}

export class FocusAreaFiguresDto {
  code: string;
  title: string;
  activities: number;
  minutes: number;
}

export class DistrictFiguresDto {
  districtId: string;
  name: string;
  municipalityId: string;
  municipalityName: string;
  total: number;
  participating: number;
  active: number;
  activities: number;
  minutes: number;
  childrenReached: number;
}

export class QuietHouseDto {
  institutionId: string;
  name: string;
  districtName: string;
  /** Null when there never was one. */
  lastActivityOn: string | null;
  /** Calendar days since the last activity, or since the participation began when there never was one. */
  daysSince: number;
  contactName: string | null;
  phone: string | null;
  email: string | null;
  /** The day of its last reminder, while that is too recent for another one. */
  remindedOn: string | null;
}

/** Houses that took part for all of the last school days and have no activity in them. */
export class QuietDto {
  count: number;
  /** The ten that are silent longest. */
  items: QuietHouseDto[];
  sinceSchoolDays: number;
}

export class OverviewDto {
  filter: OverviewFilterDto;
  /** When the figures were counted. */
  dataAt: string;
  period: PeriodDto;
  institutions: InstitutionFiguresDto;
  groups: GroupFiguresDto;
  children: ChildFiguresDto;
  /** Number of activities in the period. */
  activities: number;
  /** Sum of their minutes. */
  minutes: number;
  /** From the week with 1 August to the one the figures stand in. */
  weeks: WeekDto[];
  focusAreas: FocusAreaFiguresDto[];
  districts: DistrictFiguresDto[];
  quiet: QuietDto;
}

export class OverviewInstitutionDto {
  institutionId: string;
  name: string;
  kind: string;
  districtName: string;
  /** Of the latest participation; null for an institution that never took part. */
  participationStatus: string | null;
  groups: number;
  activeGroups: number;
  childrenReached: number;
  activities: number;
  minutes: number;
  /** In whatever school year. */
  lastActivityOn: string | null;
  /** Calendar days since then, or since the participation began; null for an institution that does not take part. */
  daysSince: number | null;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}

export class OverviewInstitutionListDto {
  items: OverviewInstitutionDto[];
  next: string | null;
}
