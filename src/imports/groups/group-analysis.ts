import { v7 as uuidv7 } from 'uuid';
import { CreateGroupDto, UpdateGroupDto } from '../../institutions/groups/group.dto.js';
import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { SheetRow } from '../file/sheet.js';
import type { Value } from '../reading/cells.js';
import { checkedByDto } from '../reading/dto-rules.js';
import { duplicatesOf } from '../reading/duplicates.js';
import { grouped } from '../reading/grouped.js';
import { type Case, changedRecord, changesBetween, good, withProblems, wrong } from '../reading/judgement.js';
import type { Outcome, RecordWrite, Values } from '../reading/outcome.js';
import type { RowReader } from '../reading/row-reader.js';
import { sameName } from '../reading/words.js';
import { type House, HouseFinder } from './house-finder.js';

export interface KnownGroup {
  id: string;
  version: number;
  institutionId: string;
  name: string;
  schoolYear: number;
  size: number;
}

interface GroupCase extends Case {
  house: House | null;
  known: KnownGroup | null;
  problems: FieldProblem[];
}

/** Judges the rows of a file of groups. */
export class GroupAnalysis {
  private readonly houses: HouseFinder;
  private readonly groups: Map<string, KnownGroup[]>;

  constructor(
    houses: House[],
    groups: KnownGroup[],
    private readonly reader: RowReader,
  ) {
    this.houses = new HouseFinder(houses);
    this.groups = grouped(groups, (group) => keyOf(group.institutionId, group.schoolYear, group.name));
  }

  /** First every row by itself, so that rows which mean the same group are found before one is judged. */
  prepare(rows: SheetRow[]): GroupCase[] {
    const cases = rows.map((row) => this.matched(row));
    const duplicates = duplicatesOf(cases.map(keysOf));
    cases.forEach((one, i) => {
      const other = cases[duplicates[i] ?? -1];
      if (other) {
        const message = `Diese Gruppe steht auch in Zeile ${other.row.number}. Jede darf nur einmal vorkommen.`;
        one.problems.push({ field: 'name', message });
      }
    });
    return cases;
  }

  judge(one: GroupCase): Outcome {
    const { house, known } = one;
    const { values, problems } = known
      ? checkedByDto(UpdateGroupDto, pick(one, ['size']))
      : checkedByDto(CreateGroupDto, {
          institutionId: house?.id ?? null,
          ...pick(one, ['name', 'schoolYear', 'size']),
        });
    // Why there is no house has been said in the file's own words.
    const own = problems.filter(({ field }) => field !== 'institutionId');
    const errors = withProblems(this.reader, one, [...one.problems, ...own]);
    if (errors.length > 0 || !house) return wrong(one, errors);
    const { institutionId: _, ...shown } = values;
    const changes = changesBetween(known ? { size: known.size } : {}, shown);
    const write = known ? changedRecord(known, house.id, changes) : newRecord(house, values, shown);
    return good(one, write, changes);
  }

  private matched(row: SheetRow): GroupCase {
    const read = this.reader.read(row);
    const { name, schoolYear } = read.values;
    const found = this.houses.find(read.values);
    const house = 'id' in found ? found : null;
    const problems = 'message' in found ? [found] : [];
    const title = [house?.name ?? read.values['institutionName'], name].filter(Boolean).join(' · ') || null;
    const one: GroupCase = { row, read, title, house, known: null, problems };
    if (house && name !== undefined) this.matchGroup(one, keyOf(house.id, schoolYear, name), String(name));
    return one;
  }

  /** The group that is written the same way, else the only one that differs in capitals or blanks. */
  private matchGroup(one: GroupCase, key: string, name: string): void {
    const candidates = this.groups.get(key) ?? [];
    const exact = candidates.find((group) => group.name === name);
    if (!exact && candidates.length > 1) {
      const message = `Name: passt zu ${candidates.length} Gruppen der Einrichtung. Bitte genau so schreiben wie dort.`;
      one.problems.push({ field: 'name', message });
    }
    one.known = exact ?? candidates[0] ?? null;
  }
}

function keysOf({ house, read: { values } }: GroupCase): string[] {
  const { name, schoolYear } = values;
  return house && name !== undefined && schoolYear !== undefined ? [keyOf(house.id, schoolYear, name)] : [];
}

function keyOf(institutionId: string, schoolYear: Value | undefined, name: Value): string {
  return JSON.stringify([institutionId, schoolYear ?? null, sameName(String(name))]);
}

function pick({ read: { values } }: GroupCase, fields: string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
}

function newRecord(house: House, values: Values, shown: Values): RecordWrite {
  return {
    id: uuidv7(),
    institutionId: house.id,
    version: null,
    values,
    before: {},
    fields: Object.keys(shown),
  };
}
