import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { newToken } from '../../access/sessions/session-cookie.js';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { SETTINGS } from '../../database/tokens.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { tabletRevoked } from '../tablets.problems.js';
import type {
  CreateTabletDto,
  EnrolmentDto,
  NewTabletDto,
  TabletDto,
  UpdateTabletDto,
} from './tablet.dto.js';
import { TabletRepository } from './tablet.repository.js';

const CODE_MINUTES = 10;

/** The shared tablets of a house; its lead looks after them. */
@Injectable()
export class TabletService {
  constructor(
    private readonly database: Database,
    private readonly houses: OpenHouses,
    private readonly tablets: TabletRepository,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem 404 for a house that the actor does not lead */
  async list(institutionId: string): Promise<TabletDto[]> {
    this.assertLeads(institutionId);
    return this.tablets.list(institutionId);
  }

  async create(wanted: CreateTabletDto): Promise<Created<NewTabletDto>> {
    const { institutionId, name, peopleShown = 'first_names' } = wanted;
    this.assertLeads(institutionId);
    await this.houses.staffed(institutionId);
    const [id, digest] = [wanted.id ?? uuidv7(), contentDigest(wanted)];
    const createdBy = this.database.actor.accountId;
    const row = { id, institutionId, name, peopleShown, createdBy, creationDigest: digest };
    const { created, record } = await createOnce({
      digest,
      insert: () => this.tablets.insert(row),
      stored: () => this.tablets.findStored(institutionId, id),
    });
    if (!created) return { created, record: { ...record, enrolment: null } };
    await this.record('tablet.create', record, ['name', 'peopleShown']);
    const enrolment = await this.newCode(record);
    return { created, record: { ...record, codeExpiresAt: enrolment.expiresAt, enrolment } };
  }

  async update(id: string, version: number, changes: UpdateTabletDto): Promise<TabletDto> {
    const before = await this.get(id);
    await assertUnchanged(await this.tablets.update(before, version, changes), () => this.get(id));
    await this.record('tablet.update', before, Object.keys(changes));
    return this.get(id);
  }

  /** A new code for another device, or for the same once its data were deleted; the code before is good no longer. @throws Problem 404, 409 */
  async enrol(id: string): Promise<EnrolmentDto> {
    const tablet = await this.get(id);
    await this.houses.staffed(tablet.institutionId);
    const enrolment = await this.newCode(tablet);
    await this.record('tablet.new_code', tablet);
    return enrolment;
  }

  /** Takes the tablet off the list: it shows nobody any more, and who is signed in there is out. @throws Problem 404 */
  async revoke(id: string): Promise<void> {
    const tablet = await this.get(id);
    if (!(await this.tablets.revoke(tablet))) throw Problem.notFound();
    await this.record('tablet.revoke', tablet);
  }

  /** One that the actor looks after. @throws Problem 404 */
  private async get(id: string): Promise<TabletDto> {
    const tablet = await this.tablets.find(id);
    if (!tablet) throw Problem.notFound();
    this.assertLeads(tablet.institutionId);
    return tablet;
  }

  // Educators of the house may read its tablets, too: theirs would tell them whether a session is good.
  private assertLeads(institutionId: string): void {
    if (!this.database.actor.leadHouses.includes(institutionId)) throw Problem.notFound();
  }

  private async newCode(tablet: TabletDto): Promise<EnrolmentDto> {
    const code = newToken();
    const expiresAt = await this.tablets.setCode(tablet, code, CODE_MINUTES);
    if (expiresAt === null) throw tabletRevoked();
    // In the fragment, which no browser sends to a server and no log keeps.
    return { code, link: `${this.settings.publicUrl}/tablet#${code}`, expiresAt };
  }

  private record(action: string, { id, institutionId }: TabletDto, fields: string[] = []): Promise<void> {
    return this.audit.record({ action, objectType: 'tablet', objectId: id, institutionId, fields });
  }
}
