import { addDays } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { instantMs, instantText, moment } from './instant.js';
import { type Member, takesPart } from './participation.js';
import { type Season, THIS_WEEK } from './season.js';
import type { BookingRow, ModuleRow } from './programme-rows.js';
import type { Random, Weighted } from './random.js';
import { CANCEL_REASONS, REMARKS } from './words-modules.js';

interface Choice {
  member: Member;
  /** In the queue of those who take part. */
  place: number;
  modules: readonly ModuleRow[];
}

/** From the start to the first module, and from each to the next. */
const FIRST_DAYS = [25, 60] as const;
const NEXT_DAYS = [45, 110] as const;
const CANCELLED = 0.09;
const STARTS: Weighted<string> = [
  ['09:00', 4],
  ['10:30', 3],
  ['14:00', 2],
];

/** What a house chose: delivered or cancelled while it took part, and what lies ahead. */
export function makeBookings(random: Random, choice: Choice, season: Season): BookingRow[] {
  const { member, place } = choice;
  const { started_on: started, status } = member.participation;
  if (started === null || status === 'registered' || status === 'initial_consultation') return [];
  const rows = new Bookings(random, choice, season);
  if (status !== 'choosing_modules') rows.addPast(started);
  if (takesPart(member)) rows.addAhead(THIS_WEEK.bookings.findIndex((index) => index === place));
  return rows.made;
}

class Bookings {
  readonly made: BookingRow[] = [];
  private readonly deck: ModuleRow[];

  constructor(
    private readonly random: Random,
    private readonly choice: Choice,
    private readonly season: Season,
  ) {
    this.deck = random.shuffled(choice.modules);
  }

  addPast(started: CalendarDate): void {
    const { today, rhythm } = this.season;
    const until = this.choice.member.participation.ended_on ?? addDays(today, -1);
    let day = rhythm.schoolDayFrom(addDays(started, this.random.integer(...FIRST_DAYS)));
    while (day <= until) {
      const module = this.next(true);
      this.made.push(
        this.random.chance(CANCELLED) ? this.cancelled(module, day) : this.delivered(module, day),
      );
      day = rhythm.schoolDayFrom(addDays(day, this.random.integer(...NEXT_DAYS)));
    }
  }

  /** @param inWeek which of this week's bookings is the house's; −1 for none */
  addAhead(inWeek: number): void {
    const { today, week, rhythm } = this.season;
    const thisWeek = inWeek < 0 ? undefined : week[inWeek % week.length];
    if (thisWeek) this.made.push(this.planned(this.next(), thisWeek));
    if (this.choice.member.example || this.random.chance(0.55)) {
      const day = rhythm.schoolDayFrom(addDays(today, this.random.integer(8, 75)));
      this.made.push(this.planned(this.next(), day));
    }
    const wishes = this.choice.member.example ? 2 : this.random.integer(0, 2);
    for (let i = 0; i < wishes; i++)
      this.made.push(this.row(this.next(), addDays(today, -this.random.integer(2, 30))));
  }

  /** Another module each time, until all have had their turn; what is retired was chosen in the past only. */
  private next(past = false): ModuleRow {
    const at = this.deck.findIndex(({ active }) => active || past);
    const [module = this.random.pick(this.choice.modules)] = this.deck.splice(Math.max(at, 0), 1);
    return module;
  }

  private delivered(module: ModuleRow, day: CalendarDate): BookingRow {
    const { audience, usual_minutes } = module;
    const { random } = this;
    return {
      ...this.planned(module, day, addDays(day, -random.integer(20, 45))),
      ...{ state: 'delivered', delivered_on: day, minutes: usual_minutes },
      children: audience === 'children' ? random.integer(12, 46) : null,
      parents: audience === 'parents' ? random.integer(8, 32) : null,
      staff: audience === 'staff' ? random.integer(5, 14) : random.integer(1, 4),
      remarks: random.chance(0.2) ? random.pick(REMARKS) : null,
    };
  }

  private cancelled(module: ModuleRow, day: CalendarDate): BookingRow {
    const cancel = { cancelled_on: day, cancel_reason: this.random.pick(CANCEL_REASONS) };
    return { ...this.planned(module, day, addDays(day, -25)), state: 'cancelled', ...cancel };
  }

  private planned(module: ModuleRow, day: CalendarDate, made = addDays(this.season.today, -12)): BookingRow {
    const start = this.random.weighted(STARTS);
    return { ...this.row(module, made), state: 'planned', planned_on: day, planned_start: start };
  }

  /** A wish, noted on the day. */
  private row(module: ModuleRow, day: CalendarDate): BookingRow {
    const noted = moment(day, this.random.between(8, 16));
    return {
      ...{ institution_id: this.choice.member.institution.id, id: this.random.uuid(instantMs(noted)) },
      ...{
        module_id: module.id,
        state: 'wished',
        wished_from: addDays(day, 14),
        wished_to: addDays(day, 75),
      },
      ...{ planned_on: null, planned_start: null, delivered_on: null, minutes: null, children: null },
      ...{ parents: null, staff: null, remarks: null, cancelled_on: null, cancel_reason: null },
      created_at: instantText(noted),
    };
  }
}
