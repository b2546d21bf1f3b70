import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { type SchoolYear, schoolYearName, schoolYearOf } from '../../kernel/calendar/school-year.js';
import { decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { InstitutionService } from '../institution.service.js';
import type { InstitutionKind } from '../vocabulary.js';
import { nextName, sameName } from './group-rules.js';
import { GroupService } from './group.service.js';
import type {
  ConfirmGroupYearDto,
  GroupEntryDto,
  GroupProposalDto,
  GroupYearDto,
  GroupYearListDto,
  ListGroupYearsDto,
} from './group-year.dto.js';
import { GroupYearRepository } from './group-year.repository.js';

/** A house's groups of one school year: what the year before proposes, and that somebody has said they are right. */
@Injectable()
export class GroupYearService {
  private readonly listeners: ((institutionId: string) => Promise<void>)[] = [];

  constructor(
    private readonly institutions: InstitutionService,
    private readonly groups: GroupService,
    private readonly years: GroupYearRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What hangs on the groups of a house learns that those of a year are confirmed, in the same transaction; to be called while the modules start. */
  afterConfirmation(listener: (institutionId: string) => Promise<void>): void {
    this.listeners.push(listener);
  }

  async list(query: ListGroupYearsDto): Promise<GroupYearListDto> {
    const schoolYear = query.schoolYear ?? this.runningYear();
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'text', 'uuid']);
    const rows = await this.years.list(query, schoolYear, after, limit + 1);
    const page = pageOf(rows, limit, ({ participating, name, institutionId }) => [
      participating ? -1 : 0,
      name,
      institutionId,
    ]);
    return { schoolYear, counts: await this.years.count(query, schoolYear), ...page };
  }

  /** @throws Problem 404 for houses whose groups the actor does not keep */
  async get(institutionId: string, schoolYear = this.runningYear()): Promise<GroupYearDto> {
    await this.groups.assertKeeps(institutionId);
    const { kind } = await this.institutions.get(institutionId);
    const confirmation = await this.years.findConfirmation(institutionId, schoolYear);
    return {
      institutionId,
      schoolYear,
      confirmedAt: confirmation?.confirmedAt ?? null,
      confirmedByName: confirmation?.confirmedByName ?? null,
      groups: await this.years.listGroups(institutionId, schoolYear),
      proposal: await this.propose(institutionId, kind as InstitutionKind, schoolYear),
    };
  }

  /**
   * Adds the groups and confirms the year in one transaction. The first of two wins; the same once more changes nothing.
   * @throws Problem 409 when there would be no group, or when somebody else has confirmed other groups meanwhile
   */
  async confirm(
    institutionId: string,
    { schoolYear, groups = [] }: ConfirmGroupYearDto,
  ): Promise<GroupYearDto> {
    await this.groups.assertKeeps(institutionId);
    this.assertNear(schoolYear);
    assertDistinct(groups);
    await this.assertPredecessors(institutionId, schoolYear, groups);
    const isFirst = await this.years.insertConfirmation(institutionId, schoolYear);
    const there = await this.years.listGroups(institutionId, schoolYear);
    const missing = groups.filter(
      ({ name }) => !there.some((group) => sameName(group.name) === sameName(name)),
    );
    if (isFirst) {
      if (there.length + missing.length === 0) throw noGroups(schoolYear);
      await this.add(institutionId, schoolYear, missing);
      for (const listener of this.listeners) await listener(institutionId);
    } else if (missing.length > 0) throw confirmedAlready(schoolYear);
    return this.get(institutionId, schoolYear);
  }

  private async add(institutionId: string, schoolYear: SchoolYear, missing: GroupEntryDto[]): Promise<void> {
    const groups = missing.map(({ id = uuidv7(), name, size, fromGroupId = null }) => {
      return { id, name, size, fromGroupId };
    });
    if (groups.length > 0) await this.years.insertGroups(institutionId, schoolYear, groups);
    const about = { institutionId, fields: ['institutionId', 'name', 'schoolYear', 'size'] };
    await this.audit.recordAll(
      groups.map(({ id }) => ({ ...about, action: 'group.create', objectType: 'group', objectId: id })),
    );
    await this.audit.record({
      action: 'group_year.confirm',
      objectType: 'institution',
      objectId: institutionId,
      institutionId,
      fields: ['schoolYear'],
    });
  }

  /** Each group goes on at most once, and in the year after its own. @throws Problem 404 or 422 */
  private async assertPredecessors(
    institutionId: string,
    schoolYear: SchoolYear,
    groups: GroupEntryDto[],
  ): Promise<void> {
    const before = (await this.years.listGroups(institutionId, schoolYear - 1)).map(({ id }) => id);
    const wanted = groups.map(({ fromGroupId }) => fromGroupId);
    for (const [i, id] of wanted.entries()) {
      const field = `groups.${i}.fromGroupId`;
      if (id === undefined) continue;
      if (!before.includes(id)) {
        throw Problem.unknownReference(field, 'Bisherige Gruppe: Im Jahr davor gibt es sie nicht.');
      }
      if (wanted.indexOf(id) !== i) {
        throw Problem.invalid(field, 'Bisherige Gruppe: Sie kann nur in einer Gruppe weitergehen.');
      }
    }
  }

  private async propose(
    institutionId: string,
    kind: InstitutionKind,
    schoolYear: SchoolYear,
  ): Promise<GroupProposalDto[]> {
    const before = await this.years.listGroups(institutionId, schoolYear - 1);
    const there = (await this.years.listGroups(institutionId, schoolYear)).map(({ name }) => sameName(name));
    const names = before.map(({ name }) => name);
    return before
      .map(({ id, name, size }) => ({
        fromGroupId: id,
        fromName: name,
        name: nextName(name, kind, names),
        size,
      }))
      .filter(({ name }) => name === null || !there.includes(sameName(name)));
  }

  private runningYear(): SchoolYear {
    return schoolYearOf(this.clock.today());
  }

  private assertNear(schoolYear: SchoolYear): void {
    if (schoolYear <= this.runningYear() + 1) return;
    throw new Problem(
      409,
      'year_too_far',
      `Das Kita-/Schuljahr ${schoolYearName(schoolYear)} liegt noch zu weit in der Zukunft.`,
    );
  }
}

function assertDistinct(groups: GroupEntryDto[]): void {
  const names = groups.map(({ name }) => sameName(name));
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice === -1) return;
  const field = `groups.${twice}.name`;
  throw Problem.invalid(field, `Name: „${groups[twice]?.name}“ steht zweimal da.`);
}

function noGroups(schoolYear: SchoolYear): Problem {
  return new Problem(
    409,
    'no_groups',
    `Für ${schoolYearName(schoolYear)} gibt es noch keine Gruppe. Bitte zuerst Gruppen eintragen oder übernehmen.`,
  );
}

function confirmedAlready(schoolYear: SchoolYear): Problem {
  return new Problem(
    409,
    'groups_confirmed_meanwhile',
    `Die Gruppen für ${schoolYearName(schoolYear)} sind inzwischen bestätigt. Bitte die Liste ansehen und fehlende Gruppen einzeln eintragen.`,
  );
}
