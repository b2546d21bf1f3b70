import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { InstitutionService } from '../../institutions/institution.service.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { CreateStaffPositionDto, StaffPositionDto, UpdateStaffPositionDto } from './staff-member.dto.js';
import { StaffMemberService } from './staff-member.service.js';
import { StaffPositionRepository } from './staff-position.repository.js';

/** Where somebody works, and until when. */
@Injectable()
export class StaffPositionService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly institutions: InstitutionService,
    private readonly members: StaffMemberService,
    private readonly positions: StaffPositionRepository,
    private readonly audit: Audit,
  ) {}

  /** In a house of the actor's, for somebody whom the actor sees already. @throws Problem 404, 409 or 422 */
  async create(wanted: CreateStaffPositionDto): Promise<Created<StaffPositionDto>> {
    const { institutionId, staffMemberId } = wanted;
    const house = await this.houses.kept(institutionId);
    const member = await this.members.get(staffMemberId);
    await this.assertSameMunicipality(house.municipalityId, member.institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.positions.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => {
        const record = await this.positions.find(id);
        return record && { record, digest: await this.positions.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('staff_position.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateStaffPositionDto): Promise<StaffPositionDto> {
    const before = await this.get(id);
    await this.houses.kept(before.institutionId);
    assertOrder({ ...before, ...changes });
    await assertUnchanged(await this.positions.update(before, version, changes), () => this.get(id));
    await this.record('staff_position.update', before, changes);
    return this.get(id);
  }

  // The house that keeps the record may be one that the actor does not see: then it is not theirs to add a house to.
  private async assertSameMunicipality(municipalityId: string, keeperId: string): Promise<void> {
    const keeper = await this.institutions.get(keeperId);
    if (keeper.municipalityId === municipalityId) return;
    throw Problem.invalid('institutionId', 'Einrichtung: Sie gehört zu einer anderen Kommune.');
  }

  private async get(id: string): Promise<StaffPositionDto> {
    const position = await this.positions.find(id);
    if (!position) throw Problem.notFound();
    return position;
  }

  private async record(
    action: string,
    { id, institutionId }: StaffPositionDto,
    fields: object,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'staff_position', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}

/** @throws Problem 422 */
function assertOrder({ since, until }: Pick<StaffPositionDto, 'since' | 'until'>): void {
  if (since === null || until === null || until >= since) return;
  throw Problem.invalid('until', 'Letzter Tag: bitte keinen Tag vor dem Beginn angeben.');
}
