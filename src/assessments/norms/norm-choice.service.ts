import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { BatteryDto } from '../batteries/battery.dto.js';
import { BatteryService } from '../batteries/battery.service.js';
import type { ChooseNormDto, NormChoiceDto } from './norm-choice.dto.js';
import { NormChoiceRepository } from './norm-choice.repository.js';
import type { NormSetDto } from './norm-set.dto.js';
import { NormSetRepository } from './norm-set.repository.js';
import { ScoreRunService } from './score-run.service.js';

/** Which norms score which task of a battery. */
@Injectable()
export class NormChoiceService {
  constructor(
    private readonly choices: NormChoiceRepository,
    private readonly normSets: NormSetRepository,
    private readonly batteries: BatteryService,
    private readonly runs: ScoreRunService,
    private readonly audit: Audit,
  ) {}

  /** What is in force and what was before. @throws Problem 404 */
  async list(batteryId: string): Promise<NormChoiceDto[]> {
    await this.batteries.get(batteryId);
    return this.choices.list(batteryId);
  }

  /**
   * Chooses anew for the whole battery, and has its scores computed anew if that changes anything. The former choices and scores stay.
   * @throws Problem 404 or 422
   */
  async choose(batteryId: string, wanted: ChooseNormDto[]): Promise<BatteryDto> {
    const battery = await this.batteries.get(batteryId);
    await this.assertFitting(battery, wanted);
    const present = await this.choices.lock(batteryId);
    const ended = present.filter((one) => !wanted.some((other) => isSame(one, other)));
    const begun = wanted.filter((one) => !present.some((other) => isSame(one, other)));
    if (ended.length + begun.length === 0) return battery;
    await this.choices.end(
      batteryId,
      ended.map(({ itemCode }) => itemCode),
    );
    await this.choices.insert(batteryId, begun);
    await this.audit.record({
      ...{ action: 'test_battery.choose_norms', objectType: 'test_battery' },
      ...{ objectId: batteryId, fields: ['norms'] },
    });
    await this.runs.start(batteryId);
    return this.batteries.get(batteryId);
  }

  /** Each task once, of this battery, and counted by the norms as by the battery. */
  private async assertFitting(battery: BatteryDto, wanted: ChooseNormDto[]): Promise<void> {
    const codes = wanted.map(({ itemCode }) => itemCode);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice !== undefined) {
      throw Problem.invalid('norms', `Normtabellen: „${twice}“ darf nur einmal vorkommen.`);
    }
    const sets = await this.normSets.list();
    for (const { itemCode, normSetId } of wanted) {
      const set = sets.find(({ id }) => id === normSetId);
      if (!set) {
        throw Problem.unknownReference('norms', 'Normtabellen: Eine dieser Normtabellen gibt es nicht.');
      }
      assertTask(battery, itemCode, set);
    }
  }
}

function isSame(one: ChooseNormDto, other: ChooseNormDto): boolean {
  return one.itemCode === other.itemCode && one.normSetId === other.normSetId;
}

function assertTask(battery: BatteryDto, itemCode: string, set: NormSetDto): void {
  const protocol = battery.items.find((item) => item.protocol.itemCode === itemCode)?.protocol;
  if (!protocol) {
    throw Problem.invalid('norms', `Normtabellen: „${itemCode}“ gehört nicht zu dieser Testbatterie.`);
  }
  const norm = set.items.find((item) => item.itemCode === itemCode);
  if (!norm) {
    const message = `Normtabellen: „${set.title}“ hat für „${protocol.itemTitle}“ keine Werte.`;
    throw Problem.invalid('norms', message);
  }
  if (norm.unit !== protocol.unit || norm.direction !== protocol.better) {
    const message = `Normtabellen: „${set.title}“ zählt „${protocol.itemTitle}“ anders als diese Testbatterie.`;
    throw Problem.invalid('norms', message);
  }
}
