import type { Sex } from '../assessments/children/child-rules.js';
import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { lastDayOf } from '../kernel/calendar/school-year.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import type { GroupRow } from './demo-rows.js';
import { instantMs, instantText, moment } from './instant.js';
import type { Random, Weighted } from './random.js';
import type { ChildRow, ConsentRow } from './test-rows.js';
import { normal } from './test-values.js';

const CODE_SIGNS = [...'34679CDFGHJKMNPQRTVWXY'];
const SEXES: Weighted<Sex> = [
  ['female', 49],
  ['male', 49],
  ['diverse', 1],
  ['unspecified', 1],
];
const CONSENTS = 0.76;
const WITHDRAWN = 0.015;
const NO_BIRTH_MONTH = 0.005;

/** A child, its group in each year in which it was there, and how able it is: a z-value. */
export interface DemoChild {
  row: ChildRow;
  consent: ConsentRow | null;
  groups: ReadonlyMap<SchoolYear, string>;
  talent: number;
}

/** A child to be made: its groups, year by year, and how old it is on the 1st of October of the first. */
interface Plan {
  groups: Map<SchoolYear, GroupRow>;
  ageInFirst: number;
  /** Whether the parents agree, where that is not left to chance. */
  agrees?: boolean;
}

/** The children of a house that does tests, over the last school year and the running one, with their parents' consents. */
export class Children {
  private readonly codes = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly running: SchoolYear,
  ) {}

  /**
   * Of a Kita's group: a third goes to school every summer.
   * @param before the group of the last year
   * @param agreeing the parents of exactly so many who are there now agree; undefined: of about three in four
   */
  ofKitaGroup(before: GroupRow, now: GroupRow, agreeing?: number): DemoChild[] {
    const [last, running] = [this.running - 1, this.running];
    const children = Array.from({ length: before.size }, (_, index): Plan => {
      const groups = new Map([[last, before]]);
      if (index % 3 < 2) groups.set(running, now);
      return { ageInFirst: 3 + (index % 3), groups };
    });
    const stayed = children.filter(({ groups }) => groups.has(running));
    const left = children.filter(({ groups }) => !groups.has(running));
    const fresh = Array.from({ length: Math.max(0, now.size - stayed.length) }, (): Plan => {
      return { ageInFirst: 3, groups: new Map([[running, now]]) };
    });
    const present = [...stayed, ...fresh].map((plan, index) =>
      agreeing === undefined ? plan : { ...plan, agrees: index < agreeing },
    );
    return [...left, ...present].map((plan) => this.make(plan));
  }

  /** Of a school's class, from the first of these years on. @param grade in the first of the years */
  ofClass(groups: readonly GroupRow[], grade: number): DemoChild[] {
    const [first] = groups;
    const years = new Map(groups.map((group): [SchoolYear, GroupRow] => [group.school_year, group]));
    return Array.from({ length: first?.size ?? 0 }, () =>
      this.make({ groups: years, ageInFirst: grade + 5 }),
    );
  }

  private make({ groups, ageInFirst, agrees }: Plan): DemoChild {
    const { random, running } = this;
    const [[first, group] = []] = groups;
    if (!first || !group) throw new RangeError('a child without a group');
    const current = groups.get(running);
    const entered = calendarDate(`${first}-08-${String(random.integer(10, 28))}`);
    const row: ChildRow = {
      institution_id: group.institution_id,
      id: random.uuid(instantMs(moment(entered, 9))),
      code: this.newCode(),
      birth_month: random.chance(NO_BIRTH_MONTH) ? null : this.birthMonth(first, ageInFirst),
      sex: random.weighted(SEXES),
      group_id: (current ?? group).id,
      left_on: current ? null : lastDayOf(first),
      created_at: instantText(moment(entered, 9)),
    };
    const ids = new Map([...groups].map(([year, { id }]): [SchoolYear, string] => [year, id]));
    return { row, consent: this.consentFor(row, entered, agrees), groups: ids, talent: normal(random) };
  }

  /** Born so that the child has this age on the 1st of October. */
  private birthMonth(year: SchoolYear, age: number): CalendarDate {
    const months = (year - age) * 12 + 8 - this.random.integer(0, 11);
    return calendarDate(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`);
  }

  private consentFor(child: ChildRow, entered: CalendarDate, agrees?: boolean): ConsentRow | null {
    const { random } = this;
    if (!(agrees ?? random.chance(CONSENTS))) return null;
    const withdrawn = agrees === undefined && random.chance(WITHDRAWN);
    const given = addDays(entered, random.integer(0, 10));
    return {
      institution_id: child.institution_id,
      id: random.uuid(instantMs(moment(given, 10))),
      child_id: child.id,
      given_on: given,
      withdrawn_on: withdrawn ? addDays(given, random.integer(20, 60)) : null,
      created_at: instantText(moment(given, 10)),
    };
  }

  private newCode(): string {
    for (;;) {
      const code = Array.from({ length: 5 }, () => this.random.pick(CODE_SIGNS)).join('');
      if (this.codes.has(code)) continue;
      this.codes.add(code);
      return code;
    }
  }
}
