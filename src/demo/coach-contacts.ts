import { addDays } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { ContactWay } from '../programme/vocabulary.js';
import type { CoachAssignmentRow } from './demo-rows.js';
import { instantMs, instantText, moment } from './instant.js';
import { type Member, takesPart } from './participation.js';
import { type Season, THIS_WEEK } from './season.js';
import type { CoachContactRow } from './programme-rows.js';
import type { Random, Weighted } from './random.js';
import { NEXT_STEPS, TOPICS } from './words-modules.js';

interface Advised {
  member: Member;
  /** In the queue of those who take part. */
  place: number;
  /** Who coached the house from when to when. */
  assignments: readonly CoachAssignmentRow[];
}

const FIRST_DAYS = [5, 12] as const;
/** Nobody leaves a step open for longer. */
const OVERDUE_DAYS = 25;
const NEXT_DAYS = [30, 70] as const;
const WAYS: Weighted<ContactWay> = [
  ['on_site', 5],
  ['phone', 4],
  ['online', 2],
];
/** Every ninth house has not heard from its coach for this long. */
const FORGOTTEN = { every: 9, days: 95 };

/** Every talk of a house with its coach, from the first consultation on, and what was agreed. */
export function makeCoachContacts(random: Random, advised: Advised, season: Season): CoachContactRow[] {
  const { member, place } = advised;
  const { started_on: started, ended_on: ended } = member.participation;
  if (started === null) return [];
  const contacts = new Contacts(random, advised, season);
  const yesterday = addDays(season.today, -1);
  const silentSince = place % FORGOTTEN.every === 4 ? addDays(yesterday, -FORGOTTEN.days) : yesterday;
  contacts.addHeld(started, ended ?? silentSince);
  if (takesPart(member)) contacts.addAhead(THIS_WEEK.contacts.findIndex((index) => index === place));
  return contacts.made;
}

class Contacts {
  readonly made: CoachContactRow[] = [];

  constructor(
    private readonly random: Random,
    private readonly advised: Advised,
    private readonly season: Season,
  ) {}

  addHeld(started: CalendarDate, until: CalendarDate): void {
    const { rhythm } = this.season;
    let day = rhythm.schoolDayFrom(addDays(started, this.random.integer(...FIRST_DAYS)));
    while (day <= until) {
      this.made.push({ ...this.row(day), minutes: this.random.integer(3, 16) * 5, ...this.agreed(day) });
      day = rhythm.schoolDayFrom(addDays(day, this.random.integer(...NEXT_DAYS)));
    }
  }

  /** @param inWeek which of this week's talks is the house's; −1 for none */
  addAhead(inWeek: number): void {
    const { today, week, rhythm } = this.season;
    const thisWeek = inWeek < 0 ? undefined : week[inWeek % week.length];
    const later = this.random.chance(0.2)
      ? rhythm.schoolDayFrom(addDays(today, this.random.integer(8, 40)))
      : undefined;
    for (const day of [thisWeek, later]) {
      if (day) this.made.push({ ...this.row(day), state: 'planned', topics: null });
    }
  }

  /** Old steps are done; of the newest some are due now, and a few are late. */
  private agreed(day: CalendarDate): Partial<CoachContactRow> {
    const { random, season } = this;
    if (!random.chance(0.6)) return {};
    const due = addDays(day, random.integer(10, 35));
    const isDone =
      random.chance(due < season.today ? 0.7 : 0.3) || due < addDays(season.today, -OVERDUE_DAYS);
    const done = season.rhythm.schoolDayFrom(addDays(day, random.integer(2, 9)));
    return {
      ...{ next_step: random.pick(NEXT_STEPS), next_step_due: due },
      next_step_done_on: isDone && done <= season.today ? done : null,
    };
  }

  private row(day: CalendarDate): CoachContactRow {
    const noted = moment(day < this.season.today ? day : addDays(this.season.today, -3), 16);
    return {
      ...{ institution_id: this.advised.member.institution.id, id: this.random.uuid(instantMs(noted)) },
      ...{ coach_id: this.coachOn(day), state: 'held', way: this.random.weighted(WAYS), held_on: day },
      ...{ starts_at: this.random.pick(['08:30', '10:00', '13:15', '15:00']), minutes: null },
      ...{ topics: this.random.pick(TOPICS), next_step: null, next_step_due: null, next_step_done_on: null },
      created_at: instantText(noted),
    };
  }

  private coachOn(day: CalendarDate): string {
    const { assignments } = this.advised;
    const own = assignments.find(
      ({ first_day, last_day }) => first_day <= day && (last_day === null || day <= last_day),
    );
    const coach = own ?? assignments.at(-1);
    if (!coach) throw new RangeError('a house without a coach');
    return coach.account_id;
  }
}
