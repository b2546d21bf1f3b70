import { expect } from '@jest/globals';
import { ROLES, type Role } from '../../../src/access/roles.js';
import { type Asker, ASKERS } from '../../support/askers.js';
import { amount } from '../../attack/figures.js';
import { CANARY, type HouseKey } from '../../support/city.js';
import type { Answer, Client } from '../../support/client.js';
import type { Route } from '../../support/openapi.js';
import { type AuditRow, type Bench, comparable } from './bench.js';
import { textOf } from './file-text.js';
import type { Operation, Reference, Target } from './operation.js';
import { OPERATIONS } from './operations.js';
import { referencesOf } from './references.js';

/** One square of the matrix: somebody asks one operation for everything that it can be pointed at. */
export interface Cell {
  name: string;
  /** Null for those who are not signed in. */
  asker: Asker | null;
  /** Whether they may ask at all; what they reach is another matter. */
  isAllowed: boolean;
  /** @throws where an answer is not the expected one */
  run(): Promise<void>;
}

export const PEOPLE = ASKERS.filter(({ self }) => self !== null);
export const SIGNED_OUT = ['signed out', 'expired', 'disabled', 'with a made-up session'] as const;

/** The squares of one operation. */
export class Cells {
  private readonly operation: Operation;

  constructor(
    private readonly bench: () => Bench,
    private readonly route: Route,
  ) {
    this.operation = OPERATIONS[route.operationId]!;
  }

  /** Those of people without a session, then those of everybody who has one. */
  all(): Cell[] {
    return [
      ...SIGNED_OUT.map((state) => ({
        name: `refuses who is ${state}`,
        asker: null,
        isAllowed: this.operation.roles === 'public',
        run: () => this.asNobody(state),
      })),
      ...PEOPLE.map((asker) => ({
        name: asker.name,
        asker,
        isAllowed: isAllowed(this.operation, asker),
        run: () => this.asPerson(asker),
      })),
    ];
  }

  private async asNobody(state: (typeof SIGNED_OUT)[number]): Promise<void> {
    const { operation } = this;
    const isPublic = operation.roles === 'public';
    for (const target of isPublic ? this.allTargets() : this.refusedTargets(SIGNED_OUT.indexOf(state))) {
      const answer = await this.ask(this.clientFor(state), target, null);
      if (!isPublic) {
        expect([answer.status, answer.json['code']]).toEqual([401, 'signed_out']);
        continue;
      }
      expect(answer.status).toBe(operation.status);
      expect(answer.text).not.toContain('signed_out');
    }
  }

  private async asPerson(asker: Asker): Promise<void> {
    const client = this.bench().clientOf(this.bench().facts.people[asker.self!]);
    if (!isAllowed(this.operation, asker)) return this.refusedByRole(client, asker);
    for (const target of this.targets()) {
      if (this.operation.may?.(asker, target) ?? true) await this.succeeds(client, asker, target);
      else await this.looksUnknown(client, asker, target);
    }
    for (const reference of referencesOf(this.operation, this.route))
      await this.referenceLooksUnknown(client, asker, reference);
  }

  private clientFor(state: (typeof SIGNED_OUT)[number]): Client {
    const bench = this.bench();
    const { people } = bench.facts;
    if (state === 'signed out') return bench.app.client();
    if (state === 'with a made-up session')
      return bench.clientOf({ ...people.educator, token: 'A'.repeat(43) });
    return bench.clientOf(people[state]);
  }

  private targets(): Target[] {
    return this.operation.targets?.(this.bench().facts) ?? [{ label: 'itself', id: '' }];
  }

  private allTargets(): Target[] {
    return this.operation.targets ? [...this.targets(), this.bench().unknown()] : this.targets();
  }

  /** For those who may not ask at all: in the short form one that there is, for each of them the next one, and one that there is not. */
  private refusedTargets(turn: number): Target[] {
    const all = this.allTargets();
    if (all.length < 3) return all;
    return amount({ short: [all[turn % (all.length - 1)]!, all.at(-1)!], long: all });
  }

  private ask(
    client: Client,
    target: Target,
    asker: Asker | null,
    reference?: Pick<Reference, 'field' | 'in' | 'among'> & { id: string },
  ): Promise<Answer> {
    return this.bench().ask(client, this.route, this.operation, target, asker, reference);
  }

  private async refusedByRole(client: Client, asker: Asker): Promise<void> {
    for (const target of this.refusedTargets(PEOPLE.indexOf(asker))) {
      const answer = await this.ask(client, target, asker);
      expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden']);
    }
  }

  private async succeeds(client: Client, asker: Asker, target: Target): Promise<void> {
    const { operation } = this;
    const bench = this.bench();
    const answer = await this.ask(client, target, asker);
    const expected = operation.shows?.expected(asker, bench.facts) ?? [];
    // What shows only what is theirs has nothing to show to who has nothing.
    const isEmpty =
      operation.shows !== undefined && expected.length === 0 && [204, 404].includes(answer.status);
    if (!isEmpty) {
      expect([target.label, answer.status]).toEqual([target.label, operation.status]);
      if (operation.bears) expect(textOf(answer)).toContain(operation.bears(target, bench.facts));
      if (operation.shows) expect(operation.shows.found(answer).sort()).toEqual(expected.sort());
    }
    if (operation.writes && !isEmpty) {
      await this.leftItsTrace(answer, asker, target);
      await bench.snapshot.restore();
    } else {
      expect(await bench.newAuditRows()).toEqual([]);
    }
  }

  private async leftItsTrace(answer: Answer, asker: Asker, { house, id }: Target): Promise<void> {
    const { writes, status } = this.operation;
    const rows = await this.bench().newAuditRows();
    const [row] = rows.filter(({ action }) => action === writes!.action);
    expect(
      rows
        .filter((other) => other !== row)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(writes!.besides ?? []);
    expect({ ...row, fields: row!.fields.toSorted() }).toMatchObject({
      action: writes!.action,
      object_type: writes!.objectType,
      fields: writes!.fields,
      actor_id: this.bench().facts.people[asker.self!].id,
      request_id: answer.headers['x-request-id'],
      institution_id: this.institutionOf(row!, house),
    });
    if (status === 201) expect(row!.object_id).toBe(answer.json['id'] ?? firstOf(answer));
    else if (id) expect(row!.object_id).toBe(id);
    expect(row!.whole).not.toContain(CANARY);
  }

  /** Whose chain it must be in, if any house's: a new institution begins its own. */
  private institutionOf(row: AuditRow, house: HouseKey | undefined): string | null {
    if (house) return this.bench().facts.houses[house].id;
    return row.object_type === 'institution' ? row.object_id : null;
  }

  private async looksUnknown(client: Client, asker: Asker, target: Target): Promise<void> {
    const unknown = this.bench().unknown();
    const [theirs, none] = [await this.ask(client, target, asker), await this.ask(client, unknown, asker)];
    expect([target.label, theirs.status]).toEqual([target.label, 404]);
    expect(comparable(theirs, target.id)).toEqual(comparable(none, unknown.id));
  }

  /** The request is good but for an id of somebody else's in its body or filter. */
  private async referenceLooksUnknown(client: Client, asker: Asker, reference: Reference): Promise<void> {
    const bench = this.bench();
    const good = this.targets().find((target) => this.operation.may?.(asker, target) ?? true);
    const foreign = reference.targets(bench.facts).filter((target) => !reference.may(asker, target));
    if (!good || foreign.length === 0) return;
    const unknown = bench.unknown();
    const wrong = await this.ask(client, good, asker, { ...reference, id: unknown.id });
    if (reference.in === 'body' && !reference.isListed) expect(wrong.status).toBeGreaterThanOrEqual(400);
    for (const { id, label } of foreign) {
      const answer = await this.ask(client, good, asker, { ...reference, id });
      expect([reference.field, label, comparable(answer, id)]).toEqual([
        ...[reference.field, label],
        comparable(wrong, unknown.id),
      ]);
    }
    if (this.operation.writes) await bench.snapshot.restore();
  }
}

/** Whether the roles of the operation let somebody ask. */
export function isAllowed({ roles }: Pick<Operation, 'roles'>, asker: Asker): boolean {
  return typeof roles === 'string' || roles.some((role) => isA(role, asker));
}

/** The roles as openapi.json and the handlers say them. */
export function rolesOf(roles: Operation['roles']): readonly string[] {
  if (roles === 'public') return ['public'];
  return roles === 'anyone' ? ROLES : roles;
}

/** Whether somebody has the role, wherever. */
export function isA(role: Role, asker: Asker): boolean {
  const held: Record<Role, boolean> = {
    educator: asker.teaches.length > 0,
    institution_lead: asker.leads.length > 0,
    // The role, not an assignment: a coach whose assignments are over sees nothing, but is a coach.
    coach: /coach/i.test(asker.name),
    coordinator: asker.coordinates.length > 0,
    programme_lead: asker.programmeLead,
    administrator: asker.administrator,
  };
  return held[role];
}

/** Where several can be made at once, the answer is a list. */
function firstOf({ json }: Answer): string | undefined {
  return (json['items'] as { id: string }[] | undefined)?.[0]?.id;
}
