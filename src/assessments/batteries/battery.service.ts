import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { BatteryDto, CreateBatteryDto } from './battery.dto.js';
import { BatteryRepository } from './battery.repository.js';
import { ProtocolService } from './protocol.service.js';

/** What test days are planned with; a battery never changes, its next version is another one. */
@Injectable()
export class BatteryService {
  constructor(
    private readonly batteries: BatteryRepository,
    private readonly protocols: ProtocolService,
    private readonly audit: Audit,
  ) {}

  list(): Promise<BatteryDto[]> {
    return this.batteries.list();
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<BatteryDto> {
    const battery = await this.batteries.find(id);
    if (!battery) throw Problem.notFound();
    return battery;
  }

  /** Adds the next version of its code. @throws Problem 404 or 422 */
  async create(wanted: CreateBatteryDto): Promise<Created<BatteryDto>> {
    await this.assertItems(wanted);
    const { ageFrom, ageTo } = wanted;
    if (typeof ageFrom === 'number' && typeof ageTo === 'number' && ageTo < ageFrom) {
      throw Problem.invalid('ageTo', 'Alter bis: Es darf nicht unter dem Anfang liegen.');
    }
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.batteries.insert(id, wanted, digest),
      stored: async () => {
        const record = await this.batteries.find(id);
        return record && { record, digest: await this.batteries.findDigest(id) };
      },
    });
    if (outcome.created) {
      const fields = Object.keys(wanted);
      await this.audit.record({
        ...{ action: 'test_battery.create', objectType: 'test_battery' },
        ...{ objectId: id, fields },
      });
    }
    return outcome;
  }

  /** Every task once, in a version that there is. */
  private async assertItems({ items }: CreateBatteryDto): Promise<void> {
    if (items.length === 0) {
      throw Problem.invalid('items', 'Aufgaben: bitte mindestens eine Aufgabe angeben.');
    }
    const all = await this.protocols.list();
    const tasks = items.map(({ protocolId }) => {
      const protocol = all.find(({ id }) => id === protocolId);
      if (!protocol) {
        throw Problem.unknownReference('items', 'Aufgaben: Eine dieser Durchführungen gibt es nicht.');
      }
      return protocol.itemTitle;
    });
    const twice = tasks.find((task, index) => tasks.indexOf(task) !== index);
    if (twice !== undefined) {
      throw Problem.invalid('items', `Aufgaben: „${twice}“ darf nur einmal vorkommen.`);
    }
  }
}
