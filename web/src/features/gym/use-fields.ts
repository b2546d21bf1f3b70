import { useState } from 'react';
import { type Cell, type Place, resultOf, type TrialValue } from './cells';
import type { Protocol, SheetChild, StoredTrial } from './sheet';
import { type Target, typedFrom } from './submit';
import { type Desk, theirsOf } from './use-desk';
import { type Check, checkValue } from './value-check';
import { textOf } from './words';

export type FieldState = 'empty' | 'typing' | 'waiting' | 'stored' | 'failed' | 'trouble';

/** What has to be said about a typed text before it is stored. */
export type Asked = Exclude<Check, { kind: 'empty' | 'fine' }>;

/** One try as a field to fill in. */
export interface Field {
  cell: Cell;
  text: string;
  state: FieldState;
  /** Null while nothing was asked. */
  asked: Asked | null;
  /** Another device has stored another value. */
  theirs: StoredTrial | null;
}

interface SaveOptions {
  /** Instead of what stands in the field. */
  text?: string;
  /** Somebody said yes to an unlikely value. */
  confirmed?: boolean;
}

/** Which field is filled in, and what was asked. */
interface FormState {
  chosen: number | null;
  asked: Readonly<Record<number, Asked | null>>;
}

const FAILED: TrialValue = { value: null, valid: false, confirmed: false };

/** The fields of one child at one task. To be used for one child and task in the life of a component. */
export function useFields(desk: Desk, child: SheetChild, protocol: Protocol): Fields {
  const [state, setState] = useState<FormState>({ chosen: null, asked: {} });
  return new Fields(desk, child, protocol, state, setState);
}

/** The fields as they stand now, and what can be done with them. */
export class Fields {
  readonly fields: Field[];
  private readonly cells: Cell[];

  constructor(
    private readonly desk: Desk,
    private readonly child: SheetChild,
    private readonly protocol: Protocol,
    private readonly state: FormState,
    private readonly setState: (change: (before: FormState) => FormState) => void,
  ) {
    this.cells = desk.cellsOf(child, protocol);
    this.fields = this.cells.map((cell) => this.fieldOf(cell));
  }

  get active(): Field | undefined {
    const number = this.state.chosen ?? this.nextEmpty(0) ?? 1;
    return this.fields.find(({ cell }) => cell.number === number);
  }

  /** Nothing is left to be noted. */
  get isComplete(): boolean {
    return this.cells.every(({ shown }) => shown !== null);
  }

  activate(number: number): void {
    this.setState((before) => ({ ...before, chosen: number }));
  }

  type({ cell }: Field, text: string): void {
    const begun = this.desk.typed.at(cell);
    // What another device has stored since the first key is not what is corrected here.
    const known = begun ? begun.known : typedFrom(cell);
    this.desk.typed.put(cell, { text, known });
    this.ask(cell.number, null);
  }

  /** Stores what was typed, or asks. @returns false if there is something to be said first */
  save(
    field: Field,
    { text = this.desk.typed.at(field.cell)?.text, confirmed = false }: SaveOptions = {},
  ): boolean {
    if (text === undefined) return field.asked === null;
    const check = checkValue(text, this.protocol, this.likely, this.othersOf(field.cell));
    if (check.kind === 'empty') return this.emptied(field);
    if (check.kind === 'fine' || (check.kind === 'doubtful' && confirmed)) {
      this.note(field, { value: check.value, valid: true, confirmed });
      return true;
    }
    this.ask(field.cell.number, check);
    return false;
  }

  fail(field: Field): void {
    this.note(field, FAILED);
  }

  /** Yes or no. */
  answer(field: Field, yes: boolean): void {
    this.note(field, { value: yes ? 1 : 0, valid: true, confirmed: false });
  }

  takeOurs(field: Field): void {
    if (field.theirs) this.desk.takeOurs(this.targetOf(field), field.theirs);
  }

  takeTheirs(field: Field): void {
    if (field.theirs) this.desk.takeTheirs(this.targetOf(field), field.theirs);
  }

  giveUp({ cell }: Field): void {
    this.desk.giveUp(cell);
  }

  /** Stores all that was typed, before somebody goes on. @returns false if something keeps them here */
  leave(): boolean {
    return this.fields.map((field) => this.settle(field)).every(Boolean);
  }

  private emptied(field: Field): true {
    if (field.cell.shown) this.remove(field);
    this.desk.typed.put(field.cell, null);
    return true;
  }

  private settle(field: Field): boolean {
    if (field.state !== 'typing') return field.asked === null;
    // An emptied field takes nothing away unless somebody says so.
    if (field.text.trim() !== '') return this.save(field);
    this.desk.typed.put(field.cell, null);
    return true;
  }

  private note(field: Field, value: TrialValue): void {
    const { number } = field.cell;
    this.desk.store(this.targetOf(field), value);
    this.setState(({ asked }) => ({
      chosen: this.nextEmpty(number) ?? number,
      asked: { ...asked, [number]: null },
    }));
  }

  private remove(field: Field): void {
    this.desk.remove(this.targetOf(field));
    this.ask(field.cell.number, null);
  }

  private ask(number: number, what: Asked | null): void {
    this.setState(({ asked }) => ({ chosen: number, asked: { ...asked, [number]: what } }));
  }

  /** The next try that nothing is noted of, round the end. */
  private nextEmpty(after: number): number | undefined {
    const round = [...this.cells.slice(after), ...this.cells];
    return round.find(({ shown, number }) => shown === null && number !== after)?.number;
  }

  private targetOf({ cell }: Field): Target {
    return { child: this.child, protocol: this.protocol, cell };
  }

  private get likely() {
    return resultOf(this.child, this.protocol.id)?.likely ?? null;
  }

  /** The valid values of the other tries. */
  private othersOf({ number }: Pick<Place, 'number'>): number[] {
    const others = this.cells.filter((cell) => cell.number !== number);
    return others.flatMap(({ shown }) => (shown?.valid && shown.value !== null ? [shown.value] : []));
  }

  private fieldOf(cell: Cell): Field {
    const draft = this.desk.typed.at(cell)?.text;
    const text = draft ?? (cell.shown ? textOf(cell.shown, this.protocol) : '');
    const theirs = cell.entry && theirsOf(cell.entry);
    return { cell, text, state: stateOf(cell, draft), asked: this.state.asked[cell.number] ?? null, theirs };
  }
}

function stateOf({ entry, shown }: Cell, draft: string | undefined): FieldState {
  if (entry?.state === 'needs_help') return 'trouble';
  if (draft !== undefined) return 'typing';
  if (shown === null) return 'empty';
  if (entry) return 'waiting';
  return shown.valid ? 'stored' : 'failed';
}
