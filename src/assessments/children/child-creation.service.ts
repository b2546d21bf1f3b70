import { Injectable } from '@nestjs/common';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { contentDigest } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { readableCode } from '../../kernel/readable-code.js';
import { ChildKeepers } from './child-keepers.js';
import { assertBirthMonth, CODE_LENGTH, monthStart } from './child-rules.js';
import type { ChildrenDto, CreateChildrenDto } from './child.dto.js';
import { type ChildFacts, ChildRepository } from './child.repository.js';

// 22^5 codes for a few hundred children: a second round is rare, a thirtieth one a mistake.
const MOST_ROUNDS = 30;

/** "18 Kinder in der Bärengruppe": as many random codes, and nothing else is known of them yet. */
@Injectable()
export class ChildCreationService {
  constructor(
    private readonly keepers: ChildKeepers,
    private readonly children: ChildRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The same request twice makes the children once. @throws Problem 404, 409, 422 */
  async create(wanted: CreateChildrenDto): Promise<Created<ChildrenDto>> {
    const { institutionId, groupId, count, birthMonth = null, sex = null } = wanted;
    await this.keepers.assertOpen(institutionId);
    if (!(await this.children.hasGroups(institutionId, [groupId]))) throw unknownGroup();
    if (birthMonth !== null) assertBirthMonth(birthMonth, this.clock.today());
    const ids = idsOf(wanted.id ?? uuidv7(), count);
    const creationDigest = contentDigest(wanted);
    const start = birthMonth === null ? null : monthStart(birthMonth);
    const made = await this.insert(ids, { institutionId, groupId, birthMonth: start, sex, creationDigest });
    await this.record(institutionId, made, wanted);
    return {
      created: made.length > 0,
      record: { items: await this.children.findAll(institutionId, ids) },
    };
  }

  /** Makes those that are not there yet, each with a code that is free in the house. @returns their ids */
  async insert(ids: readonly string[], facts: ChildFacts): Promise<string[]> {
    await this.children.takeTurn(facts.institutionId);
    const there = await this.children.listDigests(facts.institutionId, ids);
    if (there.some(({ digest }) => !digest?.equals(facts.creationDigest))) throw Problem.idReused();
    const known = there.map(({ id }) => id);
    let missing = ids.filter((id) => !known.includes(id));
    const made: string[] = [];
    for (let round = 0; missing.length > 0; round += 1) {
      if (round === MOST_ROUNDS) throw Problem.busy();
      const codes = new Set<string>();
      while (codes.size < missing.length) codes.add(readableCode(CODE_LENGTH));
      const drawn = [...codes];
      made.push(
        ...(await this.children.insert(
          missing.map((id, i) => ({ id, code: drawn[i] ?? '' })),
          facts,
        )),
      );
      missing = missing.filter((id) => !made.includes(id));
    }
    return made;
  }

  private async record(
    institutionId: string,
    made: string[],
    { id: _, count: __, ...values }: CreateChildrenDto,
  ): Promise<void> {
    const fields = ['code', ...Object.keys(values)];
    const about = { action: 'child.create', objectType: 'child', institutionId, fields };
    await this.audit.recordAll(made.map((objectId) => ({ ...about, objectId })));
  }
}

/** The first child bears the id of the request, the others ids that follow from it. */
function idsOf(id: string, count: number): string[] {
  return [id, ...Array.from({ length: count - 1 }, (_, i) => uuidv5(String(i + 1), id))];
}

function unknownGroup(): Problem {
  return Problem.unknownReference('groupId', 'Gruppe: Diese Gruppe gibt es in der Einrichtung nicht.');
}
