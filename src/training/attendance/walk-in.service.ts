import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { StaffMemberService } from '../staff/staff-member.service.js';
import type { SheetPersonDto, WalkInDto } from './attendance.dto.js';
import { AttendanceRepository, type SheetTraining } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { WalkInRepository, type WalkInRegistration } from './walk-in.repository.js';

/** People who came without having a place: on the list from now on, and in nobody's way. */
@Injectable()
export class WalkInService {
  constructor(
    private readonly attendances: AttendanceService,
    private readonly sheets: AttendanceRepository,
    private readonly walkIns: WalkInRepository,
    private readonly members: StaffMemberService,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 404, 409, 422 */
  async add(trainingId: string, wanted: WalkInDto): Promise<Created<SheetPersonDto>> {
    const training = await this.attendances.lock(trainingId);
    const id = wanted.id ?? uuidv7();
    const sent = await this.walkIns.find(id);
    if (sent) return { created: false, record: await this.sentAlready(trainingId, sent.id, wanted) };
    const staffMemberId = wanted.staffMemberId ?? (await this.newMember(training, wanted));
    const registered = await this.walkIns.findOfMember(trainingId, staffMemberId);
    if (registered) return this.letIn(registered);
    const institutionId = await this.houseOf(staffMemberId, training, wanted);
    await this.walkIns.insert({ id, institutionId, trainingId, staffMemberId });
    await this.record({ id, institutionId });
    return { created: true, record: await this.person(trainingId, id) };
  }

  private async letIn(registration: WalkInRegistration): Promise<Created<SheetPersonDto>> {
    if (registration.state === 'waiting' || registration.state === 'withdrawn') {
      await this.walkIns.letIn(registration);
      await this.record(registration);
    }
    return { created: false, record: await this.person(registration.trainingId, registration.id) };
  }

  private async newMember(training: SheetTraining, { institutionId, name }: WalkInDto): Promise<string> {
    if (institutionId === undefined) throw Problem.invalid('institutionId', 'Einrichtung: bitte auswählen.');
    if (name === undefined) throw Problem.invalid('name', 'Name: bitte angeben.');
    if (!(await this.walkIns.isHouseOf(institutionId, training.municipalityId))) throw unknownHouse();
    // What else there is to know, the house adds.
    const since = this.database.context.today;
    const { record } = await this.members.create({ institutionId, name, function: 'other', since });
    return record.id;
  }

  private async houseOf(
    staffMemberId: string,
    { municipalityId }: SheetTraining,
    { institutionId }: WalkInDto,
  ): Promise<string> {
    const house = await this.walkIns.findHouse(staffMemberId, municipalityId);
    if (house === null) {
      throw Problem.unknownReference('staffMemberId', 'Fachkraft: Diese Person gibt es hier nicht (mehr).');
    }
    if (institutionId === undefined) return house;
    if (!(await this.walkIns.isHouseOf(institutionId, municipalityId))) throw unknownHouse();
    return institutionId;
  }

  /** @throws Problem 422 when the id stands for somebody else */
  private async sentAlready(trainingId: string, id: string, wanted: WalkInDto): Promise<SheetPersonDto> {
    const person = await this.person(trainingId, id);
    const { staffMemberId = person.staffMemberId, institutionId = person.institutionId, name } = wanted;
    const same =
      staffMemberId === person.staffMemberId &&
      institutionId === person.institutionId &&
      (wanted.staffMemberId !== undefined || name === person.name);
    if (!same) throw Problem.idReused();
    return person;
  }

  /** @throws Problem 422 when the id stands for somebody on another list */
  private async person(trainingId: string, id: string): Promise<SheetPersonDto> {
    const people = await this.sheets.listPeople(trainingId);
    const person = people.find((one) => one.id === id);
    if (!person) throw Problem.idReused();
    return person;
  }

  private record({ id, institutionId }: { id: string; institutionId: string }): Promise<void> {
    return this.audit.record({
      ...{ action: 'training_registration.walk_in', objectType: 'training_registration' },
      ...{ objectId: id, institutionId },
    });
  }
}

function unknownHouse(): Problem {
  return Problem.unknownReference(
    'institutionId',
    'Einrichtung: Diese Einrichtung gibt es in der Kommune nicht.',
  );
}
