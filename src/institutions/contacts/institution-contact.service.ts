import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OpenHouses } from '../open-houses.js';
import type {
  CreateInstitutionContactDto,
  InstitutionContactDto,
  ListInstitutionContactsDto,
  UpdateInstitutionContactDto,
} from './institution-contact.dto.js';
import { InstitutionContactRepository } from './institution-contact.repository.js';

/** Whom to ask in a house, beside the main contact that is part of the institution. */
@Injectable()
export class InstitutionContactService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly contacts: InstitutionContactRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListInstitutionContactsDto): Promise<Page<InstitutionContactDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['text', 'uuid']);
    const rows = await this.contacts.list(query.institutionId ?? null, after, limit + 1);
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  async create(wanted: CreateInstitutionContactDto): Promise<Created<InstitutionContactDto>> {
    const { institutionId } = wanted;
    await this.houses.governed(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.contacts.insert({ ...wanted, id, creationDigest: digest }),
      stored: async () => {
        const record = await this.contacts.find(id);
        return record && { record, digest: await this.contacts.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('institution_contact.create', outcome.record, wanted);
    return outcome;
  }

  async update(
    id: string,
    version: number,
    changes: UpdateInstitutionContactDto,
  ): Promise<InstitutionContactDto> {
    const before = await this.governed(id);
    await assertUnchanged(await this.contacts.update(before, version, changes), () => this.get(id));
    await this.record('institution_contact.update', before, changes);
    return this.get(id);
  }

  async remove(id: string, version: number): Promise<void> {
    const before = await this.governed(id);
    await assertUnchanged(await this.contacts.remove(before, version), () => this.get(id));
    await this.record('institution_contact.remove', before, {});
  }

  /** Of a house that is the actor's to change and open. @throws Problem 404, 409 */
  private async governed(id: string): Promise<InstitutionContactDto> {
    const { institutionId } = await this.get(id);
    await this.houses.governed(institutionId);
    return this.get(id);
  }

  private async get(id: string): Promise<InstitutionContactDto> {
    const contact = await this.contacts.find(id);
    if (!contact) throw Problem.notFound();
    return contact;
  }

  private async record(
    action: string,
    { id, institutionId }: InstitutionContactDto,
    fields: object,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'institution_contact', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}
