import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type {
  CoachContactDto,
  CreateCoachContactDto,
  ListCoachContactsDto,
  UpdateCoachContactDto,
} from './coach-contact.dto.js';
import { CoachContactRepository, type ContactRow } from './coach-contact.repository.js';
import { assertContact } from './contact-rules.js';

const NOTHING_AGREED = { nextStep: null, nextStepDue: null, nextStepDoneOn: null };

/** When houses were advised and what was agreed; kept by the house's coach and the city's coordinators. */
@Injectable()
export class CoachContactService {
  constructor(
    private readonly database: Database,
    private readonly houses: OpenHouses,
    private readonly contacts: CoachContactRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListCoachContactsDto): Promise<Page<CoachContactDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.contacts.list(query, after, limit + 1);
    return pageOf(rows, limit, ({ heldOn, id }) => [heldOn, id]);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<ContactRow> {
    const contact = await this.contacts.find(id);
    if (!contact) throw Problem.notFound();
    return contact;
  }

  async create(wanted: CreateCoachContactDto): Promise<Created<CoachContactDto>> {
    const { institutionId } = wanted;
    await this.houses.advised(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert(id, wanted, digest),
      stored: () => this.contacts.findStored(institutionId, id),
    });
    if (outcome.created) await this.record('coach_contact.create', outcome.record, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateCoachContactDto): Promise<CoachContactDto> {
    const before = await this.advised(id);
    await assertUnchanged(before.version === version, () => this.get(id));
    const after = { ...before, ...changes };
    assertContact(before, after, this.clock.today());
    if (after.heldOn !== before.heldOn) await this.assertCoached(after, after.coachId ?? undefined);
    await assertUnchanged(await this.contacts.update(before, version, changes), () => this.get(id));
    await this.record('coach_contact.update', before, changes);
    return this.get(id);
  }

  /** For what was entered by mistake; what did not take place is cancelled. */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.advised(id);
    await assertUnchanged(await this.contacts.remove(before, version), () => this.get(id));
    await this.record('coach_contact.remove', before, {});
  }

  /** Sent twice is answered from the store, even if the rules of today would refuse it: the contact is there. */
  private async insert(id: string, wanted: CreateCoachContactDto, digest: Buffer): Promise<boolean> {
    if (await this.contacts.findStored(wanted.institutionId, id)) return false;
    const { startsAt = null, minutes = null } = wanted;
    assertContact(null, { ...NOTHING_AGREED, ...wanted, startsAt, minutes }, this.clock.today());
    const coachId = await this.assertCoached(wanted, this.wantedCoach(wanted));
    return this.contacts.insert({ ...wanted, id, coachId, creationDigest: digest });
  }

  /** A coach writes in their own name; only coordinators write in another's. @throws Problem 404 */
  private wantedCoach({ institutionId, coachId }: CreateCoachContactDto): string | undefined {
    const { actor } = this.database;
    if (!actor.coachHouses.includes(institutionId)) return coachId;
    if (coachId !== undefined && coachId !== actor.accountId) throw notTheirs();
    return actor.accountId ?? undefined;
  }

  /** @returns whoever coaches the house on the day. @throws Problem 422 if that is nobody, or not the one who is meant */
  private async assertCoached(
    { institutionId, heldOn }: { institutionId: string; heldOn: CalendarDate },
    coachId: string | undefined,
  ): Promise<string> {
    const coaches = await this.contacts.listCoaches(institutionId, heldOn);
    const coach = coaches.find((one) => coachId === undefined || one === coachId);
    if (coach !== undefined) return coach;
    const why =
      coaches.length > 0 ? 'ist jemand anderes Coach der Einrichtung' : 'hat die Einrichtung keinen Coach';
    throw Problem.invalid('heldOn', `Datum: Am ${germanDate(heldOn)} ${why}.`);
  }

  /** Of a house that is the actor's to advise and open; nobody else changes it until the end. @throws Problem 404, 409 */
  private async advised(id: string): Promise<ContactRow> {
    const { institutionId } = await this.get(id);
    await this.houses.advised(institutionId);
    return this.get(id);
  }

  private async record(
    action: string,
    { id, institutionId }: Pick<ContactRow, 'id' | 'institutionId'>,
    fields: object,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'coach_contact', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}

function notTheirs(): Problem {
  return Problem.unknownReference('coachId', 'Coach: Beratungen trägt jeder Coach im eigenen Namen ein.');
}
