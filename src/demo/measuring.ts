import { deriveValue, type Trial } from '../assessments/scoring/derive-value.js';
import { newScore } from '../assessments/norms/scoring.js';
import { ageInYears } from '../kernel/calendar/age.js';
import type { DemoChild } from './children.js';
import { instantMs, instantText, moment, type Moment } from './instant.js';
import type { Random, Weighted } from './random.js';
import type { DemoBattery, DemoProtocol, TestCatalogue } from './test-catalogue.js';
import type { AssessmentRow, Measurements, NotDoneReason, ResultRow, TestDayRow } from './test-rows.js';
import { makeTrials, normal } from './test-values.js';
import { CHILDREN_UNDER_WAY, type PlannedDay, type TestHouse } from './test-waves.js';

const REASONS: Weighted<NotDoneReason> = [
  ['refused', 5],
  ['ill', 1],
  ['injured', 1],
  ['support_needs', 1],
  ['time', 2],
];
const ABSENT = 0.07;
const ABSENCE_NOTED = 0.6;
const NOT_DONE = 0.02;
const INTERRUPTED = 0.006;
/** Where the month of birth is not known. */
const USUAL_AGE = { kita: 5, school: 8 };
/** Two tests of a child agree with about r = 0.7. */
const LASTING = Math.sqrt(0.7);
const OF_THE_DAY = Math.sqrt(0.3);
/** How many children of the day under way have been at the first stations. */
const DONE_SO_FAR = [20, 14, 6];

/** How a child does at a task on a day. */
interface Situation {
  house: TestHouse;
  day: TestDayRow;
  plan: PlannedDay;
  battery: DemoBattery;
  at: Moment;
}

/** Measures a house's children on its test days: the rows of days, assessments, results, trials and scores. */
export class Measuring {
  private readonly level: number;
  /** What a child can do at a task, besides its talent. */
  private readonly gifts = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly house: TestHouse,
    private readonly catalogue: TestCatalogue,
    private readonly rows: Measurements,
  ) {
    this.level = 0.15 * normal(random);
  }

  measure(plan: PlannedDay, children: readonly DemoChild[]): void {
    const day = this.addDay(plan);
    const battery = this.batteryOf(plan);
    const tested = children.filter(({ groups }) =>
      plan.groups.some(({ id }) => groups.get(plan.year) === id),
    );
    const agreed = tested.filter(({ consent }) => consent !== null && consent.withdrawn_on === null);
    agreed.forEach((child, index) => {
      const at = moment(plan.day, 9 + index * 0.04);
      const situation = { house: this.house, day, plan, battery, at };
      if (plan.underWay) this.begin(child, index, situation);
      else this.test(child, situation);
    });
  }

  private batteryOf({ battery }: PlannedDay): DemoBattery {
    const { protocols, ...rest } = this.catalogue[battery];
    const all = this.house.index % 3 === 0;
    return { ...rest, protocols: protocols.filter(({ optional }) => all || !optional) };
  }

  private addDay(plan: PlannedDay): TestDayRow {
    const { institution, educator } = this.house;
    const school = institution.kind === 'school';
    const closed = plan.underWay
      ? { state: 'planned' as const, closed_at: null, closed_by: null }
      : {
          state: 'closed' as const,
          closed_at: instantText(moment(plan.day, 14.5)),
          closed_by: educator,
        };
    const day: TestDayRow = {
      institution_id: institution.id,
      id: this.random.uuid(instantMs(moment(plan.day, 8))),
      battery_id: this.catalogue[plan.battery].id,
      ...{ wave: plan.wave, held_on: plan.day },
      released_on: school ? plan.day : null,
      released_by: school ? institution.contact_name : null,
      ...closed,
      created_at: instantText(moment(plan.day, 8)),
    };
    this.rows.testDays.push(day);
    for (const { id } of plan.groups)
      this.rows.testDayGroups.push({
        institution_id: institution.id,
        test_day_id: day.id,
        group_id: id,
      });
    return day;
  }

  private test(child: DemoChild, situation: Situation): void {
    const { random } = this;
    const absent = random.chance(ABSENT);
    if (absent && !random.chance(ABSENCE_NOTED)) return;
    const assessment = this.addAssessment(child, situation);
    for (const protocol of situation.battery.protocols) {
      if (absent) this.addNotDone(assessment, protocol, 'ill');
      else if (random.chance(NOT_DONE)) this.addNotDone(assessment, protocol, random.weighted(REASONS));
      else this.addResult(child, assessment, protocol, situation);
    }
  }

  /** The first stations are done, the next ones not by all, one child is ill. */
  private begin(child: DemoChild, index: number, situation: Situation): void {
    if (index >= CHILDREN_UNDER_WAY) return;
    const assessment = this.addAssessment(child, situation);
    situation.battery.protocols.forEach((protocol, station) => {
      if (index === CHILDREN_UNDER_WAY - 3) this.addNotDone(assessment, protocol, 'ill');
      else if (index < (DONE_SO_FAR[station] ?? 0)) this.addResult(child, assessment, protocol, situation);
    });
  }

  private addAssessment({ row, groups }: DemoChild, { day, plan, at }: Situation): AssessmentRow {
    const assessment = {
      institution_id: row.institution_id,
      id: this.random.uuid(instantMs(at)),
      test_day_id: day.id,
      tested_on: plan.day,
      child_id: row.id,
      group_id: groups.get(plan.year) ?? row.group_id,
      created_at: instantText(at),
    };
    this.rows.assessments.push(assessment);
    return assessment;
  }

  private addNotDone(assessment: AssessmentRow, protocol: DemoProtocol, reason: NotDoneReason): void {
    this.rows.results.push({
      ...this.resultOf(assessment, protocol),
      state: 'not_done',
      reason,
      value: null,
    });
  }

  private addResult(
    child: DemoChild,
    assessment: AssessmentRow,
    protocol: DemoProtocol,
    situation: Situation,
  ): void {
    const { plan, battery, house, at } = situation;
    const performance = this.performanceOf(child, protocol, plan);
    const { birth_month } = child.row;
    const age = birth_month ? ageInYears(birth_month, plan.day) : USUAL_AGE[house.institution.kind];
    const made = makeTrials(this.random, battery, protocol, { sex: child.row.sex, age, performance });
    if (made.length > 1 && this.random.chance(INTERRUPTED)) made.pop();
    const result: ResultRow = {
      ...this.resultOf(assessment, protocol),
      ...{ reason: null, ...deriveValue(protocol, made) },
    };
    this.rows.results.push(result);
    this.addTrials(result, made, house.educator, at);
    this.addScore(child, result, situation);
  }

  private resultOf({ institution_id, id, tested_on }: AssessmentRow, protocol: DemoProtocol) {
    return {
      institution_id,
      id: this.random.uuid(instantMs(moment(tested_on, 9))),
      assessment_id: id,
      protocol_id: protocol.id,
      item_code: protocol.itemCode,
    };
  }

  /** What the child is able to do lasts; how the day was does not. */
  private performanceOf(
    { row, talent, groups }: DemoChild,
    { itemCode }: DemoProtocol,
    plan: PlannedDay,
  ): number {
    const key = `${row.id} ${itemCode}`;
    const gift = this.gifts.get(key) ?? normal(this.random);
    this.gifts.set(key, gift);
    // Whoever came new has not been in the programme yet.
    const gain = groups.has(plan.year - 1) || plan.wave === 'exit' ? plan.gain : 0;
    const able = 0.6 * talent + 0.8 * gift;
    return this.level + LASTING * able + OF_THE_DAY * normal(this.random) + gain;
  }

  private addTrials(result: ResultRow, made: readonly Trial[], educator: string, at: Moment): void {
    made.forEach(({ value, valid }, index) => {
      this.rows.trials.push({
        institution_id: result.institution_id,
        id: this.random.uuid(instantMs(at)),
        result_id: result.id,
        number: index + 1,
        ...{ value, valid, recorded_by: educator, recorded_at: instantText(at) },
      });
    });
  }

  private addScore({ row }: DemoChild, result: ResultRow, { battery, plan, at }: Situation): void {
    const chosen = battery.norms.get(result.item_code);
    if (!chosen || result.value === null || !row.birth_month) return;
    const age = ageInYears(row.birth_month, plan.day);
    const score = newScore(chosen, { sex: row.sex, ageYears: age, value: result.value });
    if (!score) return;
    this.rows.scores.push({
      institution_id: result.institution_id,
      id: this.random.uuid(instantMs(at)),
      result_id: result.id,
      norm_set_id: score.normSetId,
      ...{ value: score.value, age_years: age, sex: row.sex, z: score.z, percentile: score.percentile },
      ...{ performance_percentile: score.performancePercentile, class: score.class },
      computed_at: instantText(at),
    });
  }
}
