import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type {
  CreateStaffMemberDto,
  ListStaffMembersDto,
  StaffMemberDto,
  UpdateStaffMemberDto,
} from './staff-member.dto.js';
import { StaffMemberRepository } from './staff-member.repository.js';
import { StaffPositionRepository } from './staff-position.repository.js';

/** The people who work in the houses; kept by the lead of the house that has the record, and by the coordinators. */
@Injectable()
export class StaffMemberService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly members: StaffMemberRepository,
    private readonly positions: StaffPositionRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListStaffMembersDto): Promise<Page<StaffMemberDto>> {
    const limit = limitOf(query);
    const rows = await this.members.list(query, decodeCursor(query.cursor, ['text', 'uuid']), limit + 1);
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  /** With a position in the house. */
  async create(wanted: CreateStaffMemberDto): Promise<Created<StaffMemberDto>> {
    const { institutionId } = wanted;
    await this.houses.kept(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert({ ...wanted, id }, digest),
      stored: async () => {
        const record = await this.members.find(id);
        return record && { record, digest: await this.members.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('staff_member.create', outcome.record, wanted);
    return outcome;
  }

  async update(
    id: string,
    version: number,
    { despiteSameEmail, ...changes }: UpdateStaffMemberDto,
  ): Promise<StaffMemberDto> {
    const before = await this.getEditable(id);
    await this.assertMayMove(before, changes.institutionId);
    const after = { ...before, ...changes };
    if (changes.accountId !== undefined) await this.assertAccount(after);
    if (changes.email !== undefined && changes.email !== before.email && !despiteSameEmail)
      await this.assertEmailUnused(after);
    await assertUnchanged(await this.members.update(before, version, changes), () => this.members.find(id));
    await this.record('staff_member.update', before, changes);
    return this.get(id);
  }

  /** Only a record that nothing hangs on. @throws Problem 409 when the person was registered for a training */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.getEditable(id);
    await assertUnchanged(before.version === version, () => Promise.resolve(before));
    if (!(await this.members.remove(before, version))) throw inUse();
    await this.record('staff_member.remove', before, {});
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<StaffMemberDto> {
    const member = await this.members.find(id);
    if (!member) throw Problem.notFound();
    return member;
  }

  // Sent twice is answered from the store, even where the warning about the address would now be due.
  private async insert(wanted: CreateStaffMemberDto & { id: string }, digest: Buffer): Promise<boolean> {
    const { despiteSameEmail, since = null, ...values } = wanted;
    const { id, institutionId, accountId, email } = values;
    if (await this.members.find(id)) return false;
    if (accountId) await this.assertAccount({ accountId, institutionId });
    if (email && !despiteSameEmail) await this.assertEmailUnused({ institutionId, email, id });
    const isNew = await this.members.insert({ ...values, creationDigest: digest });
    if (isNew) await this.positions.insert({ institutionId, id: uuidv7(), staffMemberId: id, since });
    return isNew;
  }

  private async getEditable(id: string): Promise<StaffMemberDto> {
    const member = await this.get(id);
    if (!member.editable) {
      throw new Problem(
        403,
        'forbidden',
        'Diese Angaben führt die Leitung der Einrichtung, zu der der Eintrag gehört, oder die Koordination.',
      );
    }
    return member;
  }

  private async assertMayMove(before: StaffMemberDto, institutionId: string | undefined): Promise<void> {
    if (institutionId === undefined || institutionId === before.institutionId) return;
    await this.houses.kept(institutionId);
    const worksThere = before.positions.some(
      (position) => position.institutionId === institutionId && position.until === null,
    );
    if (worksThere) return;
    throw Problem.invalid('institutionId', 'Einrichtung: Dort arbeitet die Fachkraft (noch) nicht.');
  }

  private async assertAccount(
    member: Pick<StaffMemberDto, 'accountId' | 'institutionId'> & Partial<StaffMemberDto>,
  ): Promise<void> {
    const { accountId, institutionId, positions = [] } = member;
    if (accountId === null) return;
    for (const house of new Set([institutionId, ...positions.map((position) => position.institutionId)])) {
      if (await this.members.belongs(accountId, house)) return;
    }
    throw Problem.unknownReference('accountId', 'Konto: Dieses Konto gibt es in der Einrichtung nicht.');
  }

  private async assertEmailUnused({
    institutionId,
    email,
    id,
  }: Pick<StaffMemberDto, 'institutionId' | 'email' | 'id'>): Promise<void> {
    const other = email === null ? null : await this.members.findByEmail(institutionId, email, id);
    if (!other) return;
    const message = `E-Mail-Adresse: ${other.name} hat in dieser Einrichtung schon dieselbe. Ist es wirklich eine andere Person?`;
    throw new Problem(409, 'same_email', message, { field: 'email', errors: [{ field: 'email', message }] });
  }

  private async record(
    action: string,
    { id, institutionId }: StaffMemberDto,
    { despiteSameEmail: _, ...fields }: Partial<CreateStaffMemberDto>,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'staff_member', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}

function inUse(): Problem {
  return new Problem(
    409,
    'staff_member_in_use',
    'Diese Fachkraft war schon zu einer Fortbildung angemeldet. Der Eintrag bleibt, ihre Tätigkeit lässt sich beenden.',
  );
}
