import type { InstitutionDto } from '../../institutions/institution.dto.js';
import type { FigureDefinitionDto, FractionDto, ReportPeriodDto } from '../reports/report.dto.js';

export class SheetContactDto {
  name: string;
  function: string | null;
  phone: string | null;
  email: string | null;
}

/** A group or class of the running school year. */
export class SheetGroupDto {
  name: string;
  size: number;
  /** In the school year. */
  activities: number;
}

/** A key figure of the house, and the same of its city. */
export class SheetFigureDto {
  /** The question it belongs to. */
  report: string;
  definition: FigureDefinitionDto;
  own: FractionDto;
  /** Null for a count, which does not compare, and for readers who see no figures of the city. */
  city: FractionDto | null;
}

/** Weeks of a month; a week belongs to the month of its Thursday. */
export class SheetMonthDto {
  /** `2026-08` */
  month: string;
  /** Weeks that are over, in which there was a day of school or Kita. */
  expected: number;
  /** Of these, with at least one activity. */
  reported: number;
  /** Of these, with one that was entered within seven days after the week. */
  onTime: number;
}

/** A module that the house chose: what is still to come, and what took place in the school year. */
export class SheetBookingDto {
  id: string;
  title: string;
  /** children | parents | staff */
  audience: string;
  /** wished | planned | delivered */
  state: string;
  /** When it took place, is planned or is wished from; null: no day is named. */
  day: string | null;
}

/** How the house was advised. */
export class SheetAdviceDto {
  id: string;
  /** planned | held */
  state: string;
  /** on_site | phone | online */
  way: string;
  heldOn: string;
  minutes: number | null;
  /** Null where the person may not be named to the reader. */
  coachName: string | null;
  topics: string | null;
  nextStep: string | null;
  nextStepDue: string | null;
  nextStepDoneOn: string | null;
}

/** All that fits on the one page that goes along on a visit. */
export class HouseSheetDto {
  /** When the figures were counted. */
  dataAt: string;
  period: ReportPeriodDto;
  institution: InstitutionDto;
  municipalityName: string;
  /** Beside the main contact, by name; at most three. */
  contacts: SheetContactDto[];
  groups: SheetGroupDto[];
  figures: SheetFigureDto[];
  /** Of the school year, up to now; empty for a house that does not take part. */
  months: SheetMonthDto[];
  /** What took place first, by day, then what is planned, then wished. */
  bookings: SheetBookingDto[];
  /** The last ones that took place, the latest first; at most three. */
  advice: SheetAdviceDto[];
  /** The next one that is planned. */
  nextAdvice: SheetAdviceDto | null;
  /** Agreed and not done, by the day they are due; at most three. */
  openSteps: SheetAdviceDto[];
  lastActivityOn: string | null;
}
