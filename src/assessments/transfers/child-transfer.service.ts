import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged } from '../../database/records.js';
import { addDays } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ChildKeepers } from '../children/child-keepers.js';
import { ChildRepository } from '../children/child.repository.js';
import type {
  ChildTransferDto,
  CreateChildTransfersDto,
  ListChildTransfersDto,
  NewChildTransfersDto,
} from './child-transfer.dto.js';
import { ChildTransferRepository } from './child-transfer.repository.js';
import { newTransferCode, transferCodeHash } from './transfer-code.js';

/** From the spring before a child goes to school until well after the summer. */
const VALID_DAYS = 365;

/** Codes that parents carry to the next house; the house that gives them out keeps only their hash. */
@Injectable()
export class ChildTransferService {
  constructor(
    private readonly keepers: ChildKeepers,
    private readonly children: ChildRepository,
    private readonly transfers: ChildTransferRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListChildTransfersDto): Promise<Page<ChildTransferDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['text', 'uuid']);
    const rows = await this.transfers.list(query.institutionId ?? null, after, limit + 1);
    return pageOf(rows, limit, ({ childCode, id }) => [childCode, id]);
  }

  /** A code for each child; sent twice, the codes of the last answer are the ones that count. @throws Problem 404 or 409 */
  async create({ institutionId, childIds }: CreateChildTransfersDto): Promise<NewChildTransfersDto> {
    this.keepers.assertKeeps(institutionId);
    const children = await this.children.findAll(institutionId, childIds);
    if (children.length < childIds.length) throw unknownChildren();
    const without = children.find(({ consent }) => consent === null || consent.withdrawnOn !== null);
    if (without) throw noConsent(without.code);
    const expiresOn = addDays(this.clock.today(), VALID_DAYS);
    const items: NewChildTransfersDto['items'] = [];
    for (const { id: childId } of children) {
      const code = newTransferCode();
      const transfer = { id: uuidv7(), institutionId, childId, codeHash: transferCodeHash(code), expiresOn };
      items.push({ ...(await this.transfers.put(transfer)), code });
    }
    await this.audit.recordAll(
      items.map(({ id: objectId }) => ({
        ...{ action: 'child_transfer.create', objectType: 'child_transfer', objectId, institutionId },
        fields: ['childId', 'code', 'expiresOn'],
      })),
    );
    return { items };
  }

  /** Makes a code invalid that nobody has used yet. @throws Problem 404, 409, 412 */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.transfers.find(id);
    if (!before) throw Problem.notFound();
    const { institutionId, redeemedAt } = before;
    this.keepers.assertKeeps(institutionId);
    if (redeemedAt !== null) throw redeemedAlready();
    await assertUnchanged(await this.transfers.remove(before, version), () => this.transfers.find(id));
    const about = { action: 'child_transfer.remove', objectType: 'child_transfer', institutionId };
    await this.audit.record({ ...about, objectId: id });
  }
}

function unknownChildren(): Problem {
  return Problem.unknownReference('childIds', 'Kinder: Eines davon gibt es in der Einrichtung nicht (mehr).');
}

function noConsent(code: string): Problem {
  return new Problem(
    409,
    'no_consent',
    `Für das Kind ${code} liegt keine Einwilligung vor. Ohne sie lässt sich nichts weitergeben.`,
  );
}

function redeemedAlready(): Problem {
  return new Problem(
    409,
    'transfer_redeemed',
    'Dieser Code ist schon eingelöst und lässt sich nicht mehr zurückziehen.',
  );
}
