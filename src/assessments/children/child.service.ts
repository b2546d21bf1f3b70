import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { Erasures } from '../consents/erasures.js';
import { ScoreKeeper } from '../entry/score-keeper.js';
import { ChildKeepers } from './child-keepers.js';
import { assertBirthMonth, assertLeftOn, monthStart } from './child-rules.js';
import type {
  ChangeChildrenDto,
  ChildChangeDto,
  ChildDto,
  ChildrenDto,
  ListChildrenDto,
  UpdateChildDto,
} from './child.dto.js';
import { ChildRepository } from './child.repository.js';

@Injectable()
export class ChildService {
  constructor(
    private readonly keepers: ChildKeepers,
    private readonly children: ChildRepository,
    private readonly erasures: Erasures,
    private readonly scores: ScoreKeeper,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListChildrenDto): Promise<Page<ChildDto>> {
    const limit = limitOf(query);
    const rows = await this.children.list(query, decodeCursor(query.cursor, ['text', 'uuid']), limit + 1);
    return pageOf(rows, limit, ({ code, id }) => [code, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<ChildDto> {
    const child = await this.children.find(id);
    if (!child) throw Problem.notFound();
    return child;
  }

  async update(id: string, version: number, changes: UpdateChildDto): Promise<ChildDto> {
    const { institutionId } = await this.getKept(id);
    await this.changeAll(institutionId, [{ id, version, ...changes }], '');
    return this.get(id);
  }

  /** Several children of a house in one form: all of them change, or none. @throws Problem 404, 412, 422 */
  async updateMany({ institutionId, children }: ChangeChildrenDto): Promise<ChildrenDto> {
    this.keepers.assertKeeps(institutionId);
    assertDistinct(children);
    await this.changeAll(institutionId, children, 'children');
    const ids = children.map(({ id }) => id);
    return { items: await this.children.findAll(institutionId, ids) };
  }

  /** Takes the child out of the house with everything that is known of it; only ids are left, in the journal. */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.getKept(id);
    const { institutionId } = before;
    await this.erasures.eraseResults([{ institutionId, id }], 'child_removed');
    const removed = await this.children.remove(before, version);
    await assertUnchanged(removed, () => this.children.find(id));
    await this.erasures.note([{ institutionId, id }], 'child', 'child_removed');
    await this.audit.record({ action: 'child.remove', objectType: 'child', objectId: id, institutionId });
  }

  // In one order, so that two forms sent at once never wait for each other.
  private async changeAll(
    institutionId: string,
    changes: readonly ChildChangeDto[],
    list: string,
  ): Promise<void> {
    const before = new Map(
      (
        await this.children.findAll(
          institutionId,
          changes.map(({ id }) => id),
        )
      ).map((child) => [child.id, child]),
    );
    await this.assertGroups(institutionId, changes, list);
    for (const [i, change] of changes.entries()) {
      const path = list === '' ? '' : `${list}.${i}.`;
      const child = before.get(change.id);
      if (!child) throw unknownChild(`${path}id`);
      this.assertPlausible(child, change, path);
    }
    for (const change of changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      await this.write(institutionId, change);
    }
    const rescored = changes.filter(({ birthMonth, sex }) => birthMonth !== undefined || sex !== undefined);
    await this.scores.keepForChildren(
      institutionId,
      rescored.map(({ id }) => id),
    );
    await this.audit.recordAll(
      changes.map(({ id: objectId, version: _, ...values }) => {
        const about = { action: 'child.update', objectType: 'child', institutionId };
        return { ...about, objectId, fields: Object.keys(values) };
      }),
    );
  }

  private async write(
    institutionId: string,
    { id, version, birthMonth, ...values }: ChildChangeDto,
  ): Promise<void> {
    const month = birthMonth === undefined || birthMonth === null ? birthMonth : monthStart(birthMonth);
    const columns = { ...values, ...(month !== undefined && { birthMonth: month }) };
    const updated = await this.children.update({ institutionId, id }, version, columns);
    await assertUnchanged(updated, () => this.children.find(id));
  }

  private assertPlausible(before: ChildDto, change: UpdateChildDto, path: string): void {
    const today = this.clock.today();
    const birthMonth = change.birthMonth === undefined ? before.birthMonth : change.birthMonth;
    if (change.birthMonth) assertBirthMonth(change.birthMonth, today, `${path}birthMonth`);
    if (change.leftOn) assertLeftOn(change.leftOn, birthMonth, today, `${path}leftOn`);
  }

  private async assertGroups(
    institutionId: string,
    changes: readonly ChildChangeDto[],
    list: string,
  ): Promise<void> {
    const wanted = [...new Set(changes.flatMap(({ groupId }) => groupId ?? []))];
    if (await this.children.hasGroups(institutionId, wanted)) return;
    const field = list === '' ? 'groupId' : list;
    throw Problem.unknownReference(field, 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.');
  }

  /** Not one that the person reads as the coach of its house. @throws Problem 404 */
  private async getKept(id: string): Promise<ChildDto> {
    const child = await this.get(id);
    this.keepers.assertKeeps(child.institutionId);
    return child;
  }
}

function assertDistinct(changes: readonly ChildChangeDto[]): void {
  const ids = changes.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice === -1) return;
  throw Problem.invalid(`children.${twice}.id`, 'Kind: Dieses Kind steht zweimal in der Liste.');
}

function unknownChild(field: string): Problem {
  return Problem.unknownReference(field, 'Kind: Dieses Kind gibt es in der Einrichtung nicht (mehr).');
}
