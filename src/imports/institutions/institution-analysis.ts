import { v7 as uuidv7 } from 'uuid';
import { CreateInstitutionDto, UpdateInstitutionDto } from '../../institutions/institution.dto.js';
import { assertConsistent, withFlagsTidied } from '../../institutions/institution-rules.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { SheetRow } from '../file/sheet.js';
import { checkedByDto, faultsOf } from '../reading/dto-rules.js';
import { duplicatesOf } from '../reading/duplicates.js';
import { type Case, changedRecord, changesBetween, good, withProblems, wrong } from '../reading/judgement.js';
import type { Outcome, RecordWrite, RowChange, Values } from '../reading/outcome.js';
import type { RowReader } from '../reading/row-reader.js';
import { sameName, WordIndex } from '../reading/words.js';
import { InstitutionMatcher, type KnownInstitution } from './institution-matching.js';

export interface KnownDistrict {
  id: string;
  name: string;
  archived: boolean;
}

/** What the municipality has when its file is looked at. */
export interface Town {
  municipalityId: string;
  today: CalendarDate;
  districts: KnownDistrict[];
  institutions: KnownInstitution[];
}

/** What a new institution has where neither the file nor the API says anything else; the same as the table's own defaults. */
const DEFAULTS: Values = {
  legalRegime: 'dsgvo',
  familyCentre: false,
  movementKita: false,
  plusKita: false,
  allDaySchool: false,
};

interface InstitutionCase extends Case {
  problems: FieldProblem[];
  known: KnownInstitution | null;
}

/** Judges the rows of a file of institutions. */
export class InstitutionAnalysis {
  private readonly matcher: InstitutionMatcher;
  private readonly districts: WordIndex<string>;
  private readonly districtNames: Map<string, string>;

  constructor(
    private readonly town: Town,
    private readonly reader: RowReader,
  ) {
    this.matcher = new InstitutionMatcher(town.institutions);
    const open = town.districts.filter(({ archived }) => !archived);
    this.districts = new WordIndex(open.map(({ id, name }) => [id, [name]] as const));
    this.districtNames = new Map(town.districts.map(({ id, name }) => [id, name]));
  }

  /** First every row by itself, so that rows which mean the same house are found before one is judged. */
  prepare(rows: SheetRow[]): InstitutionCase[] {
    const cases = rows.map((row) => this.matched(row));
    const nameless = new Set(cases.filter((one) => isKeyless(one)).map(nameOf));
    const duplicates = duplicatesOf(cases.map((one) => keysOf(one, nameless)));
    cases.forEach((one, i) => {
      const other = cases[duplicates[i] ?? -1];
      if (other) {
        const message = `Diese Einrichtung steht auch in Zeile ${other.row.number}. Jede darf nur einmal vorkommen.`;
        one.problems.push({ field: fieldOfKey(one), message });
      }
    });
    return cases;
  }

  judge(one: InstitutionCase): Outcome {
    const { known, read } = one;
    const { values, problems } =
      known === null
        ? checkedByDto(CreateInstitutionDto, { ...read.values, ...this.place })
        : checkedByDto(UpdateInstitutionDto, read.values);
    const tidied = known ? withFlagsTidied(values) : values;
    const record = { ...(known?.values ?? DEFAULTS), ...tidied };
    const faults = faultsOf(() => assertConsistent(record, this.town.today));
    const errors = withProblems(this.reader, one, [...one.problems, ...problems, ...faults]);
    if (errors.length > 0) return wrong(one, errors);
    const { municipalityId: _, ...own } = tidied;
    const changes = changesBetween(known?.values ?? {}, own);
    const write = known ? changedRecord(known, known.id, changes) : this.newRecord(record, Object.keys(own));
    return good(one, write, changes, (change) => this.spoken(change));
  }

  private get place(): Values {
    return { municipalityId: this.town.municipalityId };
  }

  private newRecord(record: Values, fields: string[]): RecordWrite {
    const id = uuidv7();
    return { id, institutionId: id, version: null, values: { ...record, ...this.place }, before: {}, fields };
  }

  private matched(row: SheetRow): InstitutionCase {
    const read = this.reader.read(row);
    const match = this.matcher.match(read.values);
    const problems = 'problem' in match ? [match.problem] : [];
    const known = 'known' in match ? match.known : null;
    const district = read.values['districtId'];
    if (district !== undefined) {
      const id = this.districts.find(String(district));
      if (id === undefined) problems.push(this.unknownDistrict());
      read.values['districtId'] = id ?? null;
    }
    const title = read.values['name'] ?? known?.values['name'] ?? null;
    return { row, read, title: title === null ? null : String(title), problems, known };
  }

  private unknownDistrict(): FieldProblem {
    const names = this.town.districts.filter(({ archived }) => !archived).map(({ name }) => name);
    const known = names.length > 0 ? `Bekannt sind: ${names.join(', ')}.` : 'Es ist noch keiner angelegt.';
    return { field: 'districtId', message: `Stadtbezirk: Diesen gibt es in der Kommune nicht. ${known}` };
  }

  // A person knows a district by its name.
  private spoken(change: RowChange): RowChange {
    if (change.field !== 'districtId') return change;
    const name = (id: unknown): string | null => this.districtNames.get(String(id)) ?? null;
    return { field: change.field, old: name(change.old), new: name(change.new) };
  }
}

function nameOf({ read }: Case): string {
  return sameName(String(read.values['name'] ?? ''));
}

function isKeyless({ read: { values } }: Case): boolean {
  return values['schoolNumber'] === undefined && values['shortCode'] === undefined;
}

function keysOf(one: InstitutionCase, nameless: Set<string>): string[] {
  const { schoolNumber, shortCode, name } = one.read.values;
  const keys: [string, unknown][] = [
    ['number', schoolNumber],
    // New codes that differ in capitals only are one code; stored ones may differ in just that.
    ['code', one.known || shortCode === undefined ? shortCode : sameName(String(shortCode))],
    ['id', one.known?.id],
    // Beside a row that has only a name, every other row of that name is one too many.
    ['name', name !== undefined && nameless.has(nameOf(one)) ? nameOf(one) : undefined],
  ];
  return keys.filter(([, value]) => value !== undefined).map(([kind, value]) => `${kind}:${String(value)}`);
}

function fieldOfKey({ read: { values } }: Case): string {
  return ['schoolNumber', 'shortCode'].find((field) => values[field] !== undefined) ?? 'name';
}
