import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { CreateProtocolDto, ProtocolDto } from './protocol.dto.js';
import { protocolProblems } from './protocol-rules.js';
import { ProtocolRepository } from './protocol.repository.js';

/** Versions of how tasks are done; added to by administrators, never changed. */
@Injectable()
export class ProtocolService {
  constructor(
    private readonly protocols: ProtocolRepository,
    private readonly audit: Audit,
  ) {}

  list(): Promise<ProtocolDto[]> {
    return this.protocols.list();
  }

  /** Adds the next version of a task, and the task itself if it is new. @throws Problem 422 */
  async create(wanted: CreateProtocolDto): Promise<Created<ProtocolDto>> {
    const errors = protocolProblems(wanted);
    if (errors[0]) throw new Problem(422, 'invalid', errors[0].message, { errors });
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert(id, wanted, digest),
      stored: async () => {
        const record = await this.protocols.find(id);
        return record && { record, digest: await this.protocols.findDigest(id) };
      },
    });
    if (outcome.created) {
      const fields = Object.keys(wanted);
      await this.audit.record({
        ...{ action: 'test_protocol.create', objectType: 'test_protocol' },
        ...{ objectId: id, fields },
      });
    }
    return outcome;
  }

  private async insert(id: string, wanted: CreateProtocolDto, digest: Buffer): Promise<boolean> {
    const { itemCode, itemTitle, ...values } = wanted;
    await this.protocols.hold();
    if (!(await this.protocols.itemExists(itemCode))) {
      if (!itemTitle) {
        const message = `Aufgabe: „${itemCode}“ gibt es noch nicht. Für eine neue Aufgabe bitte auch ihren Namen angeben.`;
        throw Problem.invalid('itemTitle', message);
      }
      await this.protocols.insertItem(itemCode, itemTitle);
    }
    return this.protocols.insert(itemCode, { ...values, id, creationDigest: digest });
  }
}
