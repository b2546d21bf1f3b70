import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { calendarDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertGoverns } from '../governance.js';
import type { InstitutionDto } from '../institution.dto.js';
import { InstitutionService } from '../institution.service.js';
import type { PutParticipationDto } from './participation.dto.js';
import { assertFitsStatus, assertStartsAfter, type Participation } from './participation-rules.js';
import { ParticipationRepository } from './participation.repository.js';

@Injectable()
export class ParticipationService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
    private readonly participations: ParticipationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Records how an institution takes part. With the version of the known run it changes that; without one it begins a run: the first, or
   * the next after one that has ended, which stays as it was.
   */
  async put(
    institutionId: string,
    version: number | null,
    wanted: PutParticipationDto,
  ): Promise<Created<InstitutionDto>> {
    const institution = await this.institutions.get(institutionId);
    assertGoverns(this.database.actor, institution.municipalityId);
    const { coachId, status, startedOn = null, endedOn = null, reason = null } = wanted;
    const values = { status, startedOn, endedOn, reason };
    assertFitsStatus(values);
    const created = version === null;
    if (created) await this.begin(institution, values);
    else await this.change(institution, version, values);
    if (coachId !== undefined) await this.assignCoach(institution, coachId);
    await this.audit.record({
      action: created ? 'participation.create' : 'participation.update',
      objectType: 'institution',
      objectId: institutionId,
      institutionId,
      fields: Object.keys(wanted),
    });
    return { created, record: await this.institutions.get(institutionId) };
  }

  private async begin({ id, participation }: InstitutionDto, values: Participation): Promise<void> {
    if (participation && participation.endedOn === null) throw Problem.preconditionRequired();
    const lastEnd = participation?.endedOn ?? null;
    assertStartsAfter(lastEnd === null ? null : calendarDate(lastEnd), values);
    await this.participations.insert(id, uuidv7(), values);
  }

  private async change(institution: InstitutionDto, version: number, values: Participation): Promise<void> {
    if (institution.participation === null) throw Problem.notFound();
    const { id } = institution.participation;
    assertStartsAfter(await this.participations.lastEndBeside(institution.id, id), values);
    const updated = await this.participations.update(institution.id, id, version, values);
    await assertUnchanged(updated, () => this.institutions.get(institution.id));
  }

  private async assignCoach(
    { id, municipalityId, participation }: InstitutionDto,
    coachId: string | null,
  ): Promise<void> {
    if (coachId === (participation?.coach?.id ?? null)) return;
    const today = this.clock.today();
    if (coachId !== null && !(await this.participations.isCoach(coachId, municipalityId))) {
      throw Problem.invalid('coachId', 'Coach: Diese Person hat in der Kommune nicht die Rolle Coach.');
    }
    await this.participations.endAssignment(id, today);
    if (coachId !== null) await this.participations.assign(id, uuidv7(), coachId, today);
  }
}
