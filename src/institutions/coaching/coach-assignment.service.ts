import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { InstitutionService } from '../institution.service.js';
import { OpenHouses } from '../open-houses.js';
import type { CreateCoachAssignmentDto, UpdateCoachAssignmentDto } from './coach-assignment.dto.js';
import { type Assignment, CoachAssignmentRepository } from './coach-assignment.repository.js';
import { assertAlone, assertOrdered, dayBefore, followedBy } from './coach-rules.js';

/** Who coaches a house, from day to day; a history of its own, beside the runs in the programme. */
@Injectable()
export class CoachAssignmentService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly institutions: InstitutionService,
    private readonly assignments: CoachAssignmentRepository,
    private readonly audit: Audit,
  ) {}

  /** The latest first. */
  async list(institutionId: string): Promise<Assignment[]> {
    await this.institutions.get(institutionId);
    return this.assignments.list(institutionId);
  }

  /** From the first day on the new coach follows whoever coached until then. */
  async create(institutionId: string, wanted: CreateCoachAssignmentDto): Promise<Created<Assignment>> {
    const { municipalityId } = await this.houses.governed(institutionId);
    if (!(await this.assignments.isCoach(wanted.coachId, municipalityId))) {
      throw Problem.invalid('coachId', 'Coach: Diese Person hat in der Kommune nicht die Rolle Coach.');
    }
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert(institutionId, id, wanted, digest),
      stored: async () => {
        const record = await this.assignments.find(id);
        return record && { record, digest: await this.assignments.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('coach_assignment.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateCoachAssignmentDto): Promise<Assignment> {
    const before = await this.governed(id);
    const term = { ...before, ...changes };
    assertOrdered(term);
    assertAlone(term, await this.others(before));
    await assertUnchanged(await this.assignments.update(before, version, changes), () => this.get(id));
    await this.record('coach_assignment.update', before, changes);
    return this.get(id);
  }

  /** For what never was; who stops coaching gets a last day instead. */
  async remove(id: string, version: number): Promise<void> {
    const assignment = await this.governed(id);
    await assertUnchanged(await this.assignments.remove(assignment, version), () => this.get(id));
    await this.record('coach_assignment.remove', assignment, {});
  }

  private async insert(
    institutionId: string,
    id: string,
    { coachId: accountId, firstDay, lastDay = null }: CreateCoachAssignmentDto,
    creationDigest: Buffer,
  ): Promise<boolean> {
    if (await this.assignments.find(id)) return false;
    const term = { firstDay, lastDay };
    assertOrdered(term);
    const others = await this.assignments.list(institutionId);
    const followed = followedBy(term, others);
    assertAlone(
      term,
      others.filter((other) => other !== followed),
    );
    if (followed) await this.end(followed, term);
    return this.assignments.insert({ institutionId, id, accountId, ...term, creationDigest });
  }

  private async end(followed: Assignment, next: Parameters<typeof dayBefore>[0]): Promise<void> {
    const changes = { lastDay: dayBefore(next) };
    await this.assignments.update(followed, followed.version, changes);
    await this.record('coach_assignment.update', followed, changes);
  }

  private async others({ id, institutionId }: Assignment): Promise<Assignment[]> {
    const all = await this.assignments.list(institutionId);
    return all.filter((other) => other.id !== id);
  }

  /** Of a house that is the actor's to change and open; nobody else changes it until the end. @throws Problem 404, 409 */
  private async governed(id: string): Promise<Assignment> {
    const { institutionId } = await this.get(id);
    await this.houses.governed(institutionId);
    return this.get(id);
  }

  private async get(id: string): Promise<Assignment> {
    const assignment = await this.assignments.find(id);
    if (!assignment) throw Problem.notFound();
    return assignment;
  }

  private async record(action: string, { id, institutionId }: Assignment, fields: object): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'coach_assignment', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}
