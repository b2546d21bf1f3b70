import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem/problem.js';
import { type ChosenNorm, Scoring } from '../norms/scoring.js';
import type { TestDayDto } from '../test-days/test-day.dto.js';
import type { EntryDay } from './entry-rules.js';
import { EntryRepository } from './entry.repository.js';
import { likelyOf } from './likely-values.js';
import type { SheetChildDto, SheetDto, SheetProtocolDto, SheetResultDto } from './sheet.dto.js';
import { SheetRepository, type SheetRow } from './sheet.repository.js';

type Norms = Map<string, ChosenNorm>;

/** A test day as a device needs it: its tasks, its children, and what stands of each. */
@Injectable()
export class SheetService {
  constructor(
    private readonly entries: EntryRepository,
    private readonly sheets: SheetRepository,
    private readonly scoring: Scoring,
  ) {}

  async get(testDay: TestDayDto): Promise<SheetDto> {
    const protocols = await this.entries.listProtocols(testDay.batteryId);
    const children = await this.listChildren(await this.getDay(testDay.id), protocols);
    return { testDay, protocols, groups: testDay.groups, children };
  }

  /** All of the day, or one of them. */
  async listChildren(
    day: EntryDay,
    protocols: SheetProtocolDto[],
    childId: string | null = null,
  ): Promise<SheetChildDto[]> {
    const rows = await this.sheets.listRows(day.id, childId);
    const norms = await this.scoring.normsOf(day.batteryId);
    return rows.map((row) => sheetChild(day, row, protocols, norms));
  }

  /** A child's results, one for each task of the day. */
  async listResults(day: EntryDay, childId: string): Promise<SheetResultDto[]> {
    const protocols = await this.entries.listProtocols(day.batteryId);
    const [child] = await this.listChildren(day, protocols, childId);
    return child?.results ?? [];
  }

  /** What stands of one item of a child. @throws Problem 404 */
  async getResult(day: EntryDay, childId: string, protocolId: string): Promise<SheetResultDto> {
    const results = await this.listResults(day, childId);
    const found = results.find((result) => result.protocolId === protocolId);
    if (!found) throw Problem.notFound();
    return found;
  }

  private async getDay(id: string): Promise<EntryDay> {
    const day = await this.entries.findDay(id);
    if (!day) throw Problem.notFound();
    return day;
  }
}

function sheetChild(
  day: EntryDay,
  row: SheetRow,
  protocols: SheetProtocolDto[],
  norms: Norms,
): SheetChildDto {
  const { childId, code, groupId, hasConsent, left } = row;
  const results = protocols.map((protocol) => {
    const likely = likelyOf(norms.get(protocol.itemCode), row, day.heldOn, protocol);
    const stored = row.results.find(({ protocolId }) => protocolId === protocol.id);
    return { ...(stored ?? nothingOf(protocol)), likely };
  });
  return { childId, code, groupId, hasConsent, left, results };
}

function nothingOf({ id: protocolId, itemCode }: SheetProtocolDto): Omit<SheetResultDto, 'likely'> {
  return { protocolId, itemCode, state: 'open', reason: null, value: null, version: 0, trials: [] };
}
