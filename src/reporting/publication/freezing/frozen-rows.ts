import { createHash, randomInt } from 'node:crypto';
import { ageInYears } from '../../../kernel/calendar/age.js';
import type { Days } from '../periods.js';
import { type AgeBand, type FrozenRow, type House, type Sex, SEXES } from '../publication-types.js';
import type { CountedHouse, CountedScore, TestedChild } from './counted-tests.sql.js';

/** Below average is who does not reach this percentile of the norms. */
const BELOW_AVERAGE = 40;

/** What was read, before it is made anonymous. */
export interface Counted {
  houses: CountedHouse[];
  tested: TestedChild[];
  scores: CountedScore[];
}

export interface Frozen {
  houses: House[];
  rows: FrozenRow[];
}

type Child = Pick<FrozenRow, 'child' | 'house' | 'sex' | 'ageBand'>;

/**
 * One row for each child that was tested, one for each of its results in a wave, and one for each task that it did in the first and in the last
 * wave of the school year. Children get a number by chance, houses one by their place in the list: none means anything outside.
 * @param days of the period; of a pair the last test lies in it
 */
export function frozenRows({ houses, tested, scores }: Counted, days: Days): Frozen {
  const numbers = new Map(houses.map(({ id }, house) => [id, house]));
  const children = numbered(tested, numbers);
  const rows: FrozenRow[] = [...children.values()].map((child) => ({
    ...NO_TASK,
    ...child,
    block: 'tested',
  }));
  const first = new Map(scores.filter(({ wave }) => wave === 'entry').map((score) => [taskOf(score), score]));
  for (const score of scores) {
    const child = children.get(keyOf(score));
    if (!child || score.testedOn < days.from || score.testedOn > days.to) continue;
    rows.push(resultRow(child, score));
    const before = score.wave === 'exit' ? first.get(taskOf(score)) : undefined;
    if (before && before.testedOn < score.testedOn) rows.push(pairedRow(child, before, score));
  }
  return { rows, houses: houses.map(({ id: _id, ...house }, number) => ({ ...house, house: number })) };
}

const NO_TASK = { protocol: null, item: null, wave: null, outcome: null, deltaZ: null };

function resultRow(child: Child, { protocolId, itemCode, wave, percentile }: CountedScore): FrozenRow {
  const outcome = percentile < BELOW_AVERAGE ? 'below' : 'not_below';
  return {
    ...child,
    ...{ block: 'results', protocol: protocolId, item: itemCode, wave, outcome, deltaZ: null },
  };
}

function pairedRow(child: Child, before: CountedScore, after: CountedScore): FrozenRow {
  const step = Math.sign(after.class - before.class);
  const outcome = step > 0 ? 'up' : step < 0 ? 'down' : 'same';
  const task = { protocol: after.protocolId, item: after.itemCode, wave: null };
  return { ...child, ...task, block: 'paired', outcome, deltaZ: after.z - before.z };
}

/** In an order by chance, so that not even the numbers follow the ids. */
function numbered(tested: TestedChild[], houses: Map<string, number>): Map<string, Child> {
  const children = new Map<string, Child>();
  for (const [child, one] of shuffled(tested).entries()) {
    const house = houses.get(one.institutionId);
    if (house === undefined) throw new Error('a tested child without a house');
    children.set(keyOf(one), { child, house, sex: sexOf(one), ageBand: ageBandOf(one) });
  }
  return children;
}

/**
 * "Divers" and not given count with one of the two sexes, as German official statistics do it: totals have these children, and no difference of published
 * numbers says that there are any. Which one follows from the child's random id: in every revision and every year the same, or two of them side by side
 * would show the child that changed its place; and from nothing that anybody knows of the child.
 */
function sexOf({ sex, childId }: TestedChild): Sex {
  return SEXES.find((one) => one === sex) ?? SEXES[evenlyOf(childId) % SEXES.length] ?? SEXES[0];
}

/** Of ids in any form: the last sign of some is no chance. */
function evenlyOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt8();
}

/** By completed years on the day of the test. */
function ageBandOf({ birthMonth, testedOn }: TestedChild): AgeBand {
  const years = Math.floor(ageInYears(birthMonth, testedOn));
  if (years < 5) return '0-4';
  if (years < 6) return '5';
  return years < 8 ? '6-7' : '8+';
}

function keyOf({ institutionId, childId }: Pick<TestedChild, 'institutionId' | 'childId'>): string {
  return `${institutionId} ${childId}`;
}

/** Versions of a task, and norms, are never compared with each other. */
function taskOf(score: CountedScore): string {
  return `${keyOf(score)} ${score.protocolId} ${score.normSetId}`;
}

function shuffled<T>(list: readonly T[]): T[] {
  const items = [...list];
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
