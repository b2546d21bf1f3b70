import { assertBirthMonth, assertGivenOn } from '../../assessments/children/child-rules.js';
import type { ChildDto } from '../../assessments/children/child.dto.js';
import type { GroupDto } from '../../institutions/groups/group.dto.js';
import { sameName } from '../../institutions/groups/group-rules.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { SheetRow } from '../file/sheet.js';
import { faultsOf } from '../reading/dto-rules.js';
import { duplicatesOf } from '../reading/duplicates.js';
import { type Case, withProblems } from '../reading/judgement.js';
import type { RowChange, RowError, RowStatus, Values } from '../reading/outcome.js';
import type { RowReader } from '../reading/row-reader.js';

/** As things stand where the file is read in. */
export interface ChildSurroundings {
  /** All of the house, by code. */
  children: Map<string, ChildDto>;
  /** Of the running year. */
  groups: GroupDto[];
  today: CalendarDate;
}

/** What would become of one row. */
export interface ChildOutcome {
  number: number;
  status: RowStatus;
  code: string | null;
  changes: RowChange[];
  errors: RowError[];
  /** The child that is there; null for a new one, and for a wrong row. */
  child: ChildDto | null;
  /** By name: birthMonth, sex, groupId, consentGivenOn. */
  values: Values;
}

interface ChildCase extends Case {
  child: ChildDto | null;
  problems: FieldProblem[];
}

/** Judges the rows of a file of children. A child is found by its code; an empty cell changes nothing. */
export class ChildAnalysis {
  constructor(
    private readonly reader: RowReader,
    private readonly around: ChildSurroundings,
  ) {}

  judge(rows: SheetRow[]): ChildOutcome[] {
    const cases = rows.map((row) => this.read(row));
    const duplicates = duplicatesOf(
      cases.map(({ read }) => (read.values['code'] === undefined ? [] : [String(read.values['code'])])),
    );
    return cases.map((one, i) => {
      const other = cases[duplicates[i] ?? -1];
      if (other) {
        const message = `Code: Dieser Code steht auch in Zeile ${other.row.number}. Jeder darf nur einmal vorkommen.`;
        one.problems.push({ field: 'code', message });
      }
      return this.outcome(one);
    });
  }

  private read(row: SheetRow): ChildCase {
    const read = this.reader.read(row);
    const child = this.around.children.get(String(read.values['code'])) ?? null;
    return { row, read, title: null, child, problems: [] };
  }

  private outcome(one: ChildCase): ChildOutcome {
    const { child, read, row } = one;
    const values = this.wantedOf(one);
    const errors = withProblems(this.reader, one, [...one.problems, ...this.faults(one)]);
    const changes = changesOf(child, values);
    const status =
      errors.length > 0 ? 'wrong' : !child ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    const code = typeof read.values['code'] === 'string' ? read.values['code'] : null;
    return { number: row.number, status, code, changes: shown(changes, this.around), errors, child, values };
  }

  private wantedOf({ read }: ChildCase): Values {
    const { birthMonth, sex, consentGivenOn } = read.values;
    const groupId = this.groupOf(read.values)?.id;
    const wanted = { birthMonth, sex, groupId, consentGivenOn };
    return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Values;
  }

  private groupOf({ groupName }: Values): GroupDto | undefined {
    if (typeof groupName !== 'string') return undefined;
    return this.around.groups.find(({ name }) => sameName(name) === sameName(groupName));
  }

  private faults({ read, child }: ChildCase): FieldProblem[] {
    const { code, birthMonth, consentGivenOn, groupName } = read.values;
    const month = typeof birthMonth === 'string' ? birthMonth : (child?.birthMonth ?? null);
    const missing = (field: string): FieldProblem[] => [{ field, message: '' }];
    return [
      ...(code === undefined ? missing('code') : []),
      ...(groupName === undefined && !child ? missing('groupName') : []),
      ...(groupName !== undefined && !this.groupOf(read.values) ? [unknownGroup(groupName)] : []),
      ...(typeof birthMonth === 'string'
        ? faultsOf(() => assertBirthMonth(birthMonth, this.around.today))
        : []),
      ...this.consentFaults(child, consentGivenOn, month),
    ];
  }

  private consentFaults(child: ChildDto | null, day: unknown, month: string | null): FieldProblem[] {
    if (typeof day !== 'string') return [];
    const consent = child?.consent;
    if (consent?.withdrawnOn) {
      const message = 'Einwilligung vom: Sie wurde widerrufen. Eine neue bitte von Hand eintragen.';
      return [{ field: 'consentGivenOn', message }];
    }
    if (consent && consent.givenOn !== day) {
      const message = 'Einwilligung vom: Es ist schon ein anderes Datum eingetragen. Bitte dort ändern.';
      return [{ field: 'consentGivenOn', message }];
    }
    return faultsOf(() => assertGivenOn(day as CalendarDate, month, this.around.today, 'consentGivenOn'));
  }
}

function unknownGroup(name: unknown): FieldProblem {
  return { field: 'groupName', message: `Gruppe: „${String(name)}“ gibt es in diesem Jahr nicht.` };
}

function changesOf(child: ChildDto | null, values: Values): RowChange[] {
  const before: Values = child
    ? { ...facts(child), consentGivenOn: child.consent?.withdrawnOn === null ? child.consent.givenOn : null }
    : {};
  return Object.entries(values)
    .map(([field, value]) => ({ field, old: before[field] ?? null, new: value }))
    .filter((change) => change.old !== change.new);
}

function facts({ birthMonth, sex, groupId }: ChildDto): Values {
  return { birthMonth, sex, groupId };
}

/** A group is shown by its name. */
function shown(changes: RowChange[], { groups }: ChildSurroundings): RowChange[] {
  const nameOf = (id: unknown): string | null => groups.find((group) => group.id === id)?.name ?? null;
  return changes.map((change) =>
    change.field === 'groupId'
      ? { field: 'groupName', old: nameOf(change.old), new: nameOf(change.new) }
      : change,
  );
}
