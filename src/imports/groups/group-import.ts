import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { AnalysisOrder, ImportKind } from '../import-kind.js';
import { judgeAll } from '../reading/judge-all.js';
import type { Outcome } from '../reading/outcome.js';
import { RowReader } from '../reading/row-reader.js';
import { GroupAnalysis } from './group-analysis.js';
import { GROUP_FIELDS } from './group-fields.js';
import { GroupImportRepository } from './group-import.repository.js';

/** Groups and classes of a municipality's institutions; a lead reads in those of the own house. */
@Injectable()
export class GroupImport implements ImportKind {
  readonly fields = GROUP_FIELDS;
  readonly table = 'groups';
  readonly object = 'group';
  readonly properties = ['institutionId', 'name', 'schoolYear', 'size'];

  constructor(
    private readonly database: Database,
    private readonly known: GroupImportRepository,
  ) {}

  async assertMay(municipalityId: string): Promise<void> {
    const { administrator, municipalities } = this.database.actor;
    if (administrator || municipalities.includes(municipalityId)) return;
    if (!(await this.known.keepsAnyHouse(municipalityId))) throw Problem.notFound();
  }

  async analyse({ municipalityId, columns, rows, lock }: AnalysisOrder): Promise<Outcome[]> {
    const houses = await this.known.listHouses(municipalityId);
    const groups = await this.known.listGroups(houses, lock);
    const analysis = new GroupAnalysis(houses, groups, new RowReader(columns, this.fields));
    return judgeAll(analysis.prepare(rows), (one) => analysis.judge(one));
  }

  async findObstacle(importId: string): Promise<string | null> {
    const group = await this.known.findObstacle(importId);
    return group && `Für „${group}“ sind inzwischen Aktivitäten eingetragen`;
  }
}
