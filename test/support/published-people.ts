import type pg from 'pg';
import type { PublishedCellDto } from '../../src/reporting/publication/cells/cell.dto.js';
import { rowsOf } from './rows.js';

/** A cell as it was answered, of a school year. */
export type Cell = PublishedCellDto & { year: number };

/** What is publicly known of houses that are alike. */
export interface HouseType {
  kind: string;
  district: string;
  situation: string;
  index: string | null;
}

/** A child in one of the tables, or the place for such children in an attacker's equations. */
export interface Person extends HouseType {
  table: string;
  sex: string;
  band: string;
  outcome: string | null;
}

const BANDS = ['0-4', '5', '6-7', '8+'];

export const tableOf = ({
  year,
  block,
  item,
  wave,
}: Pick<Cell, 'year' | 'block' | 'item' | 'wave'>): string => [year, block, item, wave].join('/');

/** Which tables a cell adds up (1) and takes off (−1): who is lost has a first result and no pair. */
export function partsOf(cell: Cell): [Cell, 1 | -1][] {
  if (cell.outcome !== 'lost') return [[cell, 1]];
  const all = { ...cell, outcome: null };
  return [
    [{ ...all, block: 'results', wave: 'entry' }, 1],
    [all, -1],
  ];
}

export const isIn = (person: Person, cell: Cell): boolean =>
  isAt(person, cell) &&
  [person.kind, null].includes(cell.kind) &&
  [person.sex, null].includes(cell.sex) &&
  [person.band, null].includes(cell.ageBand) &&
  [person.outcome, null].includes(cell.outcome);

export function isAt({ district, situation, index }: HouseType, { scheme, place }: Cell): boolean {
  if (place === null) return true;
  if (scheme === 'region') return place.split('+').includes(district);
  return place === (scheme === 'social_situation' ? situation : index);
}

export const indexGroup = (kind: string, index: number | null): string | null =>
  kind === 'kita' ? null : index === null ? 'unknown' : index <= 3 ? '1-3' : index <= 6 ? '4-6' : '7-9';

/** The age bands that the answers name for a kind of house in a table. */
export function bandsNamed(cells: readonly Cell[]): (table: string, kind: string) => string[] {
  const named = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell.kind === null || cell.ageBand === null || cell.place !== null) continue;
    const key = `${tableOf(cell)} ${cell.kind}`;
    named.set(key, (named.get(key) ?? new Set()).add(cell.ageBand));
  }
  return (table, kind) => BANDS.filter((band) => named.get(`${table} ${kind}`)?.has(band));
}

/** The truth, counted child by child: only to judge by. */
export class Truth {
  private readonly people = new Map<string, Person[]>();

  constructor(people: readonly Person[], cells: readonly Cell[]) {
    const bands = bandsNamed(cells);
    for (const person of people) {
      const members = this.people.get(person.table) ?? [];
      this.people.set(person.table, members);
      members.push({ ...person, band: nearest(bands(person.table, person.kind), person.band) });
    }
  }

  count(cell: Cell): number {
    return partsOf(cell).reduce(
      (sum, [part, sign]) =>
        sum + sign * (this.people.get(tableOf(part)) ?? []).filter((person) => isIn(person, part)).length,
      0,
    );
  }
}

/** A band that is not shown counts with the nearest one, of two with the older. */
const nearest = (shown: readonly string[], band: string): string => {
  const distance = (each: string): number => Math.abs(BANDS.indexOf(each) - BANDS.indexOf(band));
  return [...shown].reverse().sort((a, b) => distance(a) - distance(b))[0] ?? band;
};

interface Score extends Omit<HouseType, 'index'> {
  child: string;
  year: number;
  item: string;
  wave: 'entry' | 'exit';
  class: number;
  below: boolean;
  sex: string;
  age: number;
  index: number | null;
}

/** All who are in tables of a school year. */
export async function listPeople(db: pg.Client, year: number): Promise<Person[]> {
  const scores = await rowsOf<Score>(
    db,
    `select a.child_id as child, $1::int as year, r.item_code as item, d.wave, s.class, s.performance_percentile < 40 as below, c.sex, i.kind,
       i.district_id as district, coalesce(i.social_situation, 'unknown') as situation, i.social_index as index,
       extract(year from age(min(a.tested_on) over (partition by a.child_id), c.birth_month))::int as age
     from scores s join results r on r.id = s.result_id join assessments a on a.id = r.assessment_id join test_days d on d.id = a.test_day_id
       join children c on c.id = a.child_id join institutions i on i.id = a.institution_id
     where d.held_on between make_date($1, 8, 1) and make_date($1 + 1, 7, 31)`,
    [year],
  );
  const first = new Map(
    scores.filter(({ wave }) => wave === 'entry').map((each) => [`${each.child} ${each.item}`, each]),
  );
  const children = new Map(scores.map((score) => [score.child, score]));
  return [
    ...[...children.values()].map((child) => personOf(child, 'tested', null)),
    ...scores.map((score) => personOf(score, 'results', score.below ? 'below' : 'not_below')),
    ...scores.flatMap((score) => {
      const before = first.get(`${score.child} ${score.item}`);
      return score.wave === 'exit' && before ? [personOf(score, 'paired', movedFrom(before, score))] : [];
    }),
  ];
}

const movedFrom = (before: Score, after: Score): string =>
  after.class > before.class ? 'up' : after.class < before.class ? 'down' : 'same';

function personOf(score: Score, block: Cell['block'], outcome: string | null): Person {
  const { year, item, wave, sex, age, kind, district, situation } = score;
  const table = tableOf({
    ...{ year, block },
    item: block === 'tested' ? null : item,
    wave: block === 'results' ? wave : null,
  });
  const band = age < 5 ? '0-4' : age < 6 ? '5' : age < 8 ? '6-7' : '8+';
  return { table, sex, band, outcome, kind, district, situation, index: indexGroup(kind, score.index) };
}
