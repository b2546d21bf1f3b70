/** A house as its coach knows it. */
export class DeskHouseDto {
  institutionId: string;
  name: string;
  kind: string;
  districtName: string;
  contactName: string | null;
  phone: string | null;
  email: string | null;
  /** requested | registered | initial_consultation | choosing_modules | active | completed | cancelled; null: never took part */
  participationStatus: string | null;
  /** When it was given its box of material for this run. */
  materialsOn: string | null;
  /** Day of the last contact that was held, by whoever coached it then. */
  lastContactOn: string | null;
  daysSince: number | null;
  /** Day of the next contact that is planned. */
  nextContactOn: string | null;
  /** Modules that wait for a date. */
  wished: number;
  planned: number;
}

/** What was agreed with a house and is not done yet. */
export class DeskStepDto {
  /** Of the contact. */
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  heldOn: string;
  nextStep: string;
  nextStepDue: string | null;
}

/** A date in the calendar: a module, or a contact. */
export class DeskDateDto {
  /** booking | contact */
  kind: string;
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  day: string;
  /** Local time, `HH:MM`. */
  time: string | null;
  /** Of a module. */
  title: string | null;
  /** Of a module: children | parents | staff */
  audience: string | null;
  usualMinutes: number | null;
  /** Of a contact: on_site | phone | online */
  way: string | null;
}

export class DeskWeekDto {
  from: string;
  to: string;
  dates: DeskDateDto[];
}

/** What a coach begins the day with. */
export class CoachDeskDto {
  /** Longest without contact first; never before all others. */
  houses: DeskHouseDto[];
  /** Soonest due first; at most 50. */
  nextSteps: DeskStepDto[];
  /** Monday and Sunday of the running week. */
  week: DeskWeekDto;
  /** Before today, and nobody has said what became of it; the oldest first, at most 50. */
  unreported: DeskDateDto[];
}
