import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/problem/problem.js';
import type { GroupReportDto, NeedDto } from './group-report.dto.js';
import { GroupReportRepository, type ItemRow } from './group-report.repository.js';
import { belowAverage, rankNeeds } from './needs.js';

/** Where the children of a test day stand, task by task; casework of the house, so exact. */
@Injectable()
export class GroupReportService {
  constructor(private readonly reports: GroupReportRepository) {}

  /** @throws Problem 404 for a day or a group that is not there */
  async get(testDayId: string, groupId: string | null): Promise<GroupReportDto> {
    const testDay = await this.reports.findDay(testDayId);
    if (!testDay) throw Problem.notFound();
    if (groupId !== null && !testDay.groups.some(({ id }) => id === groupId)) throw Problem.notFound();
    const children = await this.reports.countChildren(testDay, groupId);
    const items = await this.reports.listItems(testDay, groupId);
    return {
      ...{ testDay, children },
      items: items.map((item) => ({ ...item, belowAverage: belowAverage(item) })),
      needs: await this.needsOf(items),
    };
  }

  private async needsOf(items: ItemRow[]): Promise<NeedDto[]> {
    const needs = rankNeeds(items);
    const modules = await this.reports.listModules(needs.map(({ itemCode }) => itemCode));
    return needs.map(({ itemCode, title, scored, belowAverage: share }) => ({
      ...{ itemCode, title, scored, belowAverage: share },
      modules: modules
        .filter((module) => module.itemCode === itemCode)
        .map(({ itemCode: _, ...module }) => module),
    }));
  }
}
