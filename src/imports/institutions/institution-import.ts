import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { assertGoverns } from '../../institutions/governance.js';
import type { AnalysisOrder, ImportKind } from '../import-kind.js';
import { judgeAll } from '../reading/judge-all.js';
import type { Outcome } from '../reading/outcome.js';
import { RowReader } from '../reading/row-reader.js';
import { InstitutionAnalysis } from './institution-analysis.js';
import { INSTITUTION_COLUMNS, INSTITUTION_FIELDS } from './institution-fields.js';
import { InstitutionImportRepository } from './institution-import.repository.js';

const OBSTACLES: Record<string, string> = {
  groups: 'hat inzwischen Gruppen',
  participation: 'nimmt inzwischen teil',
  coach: 'hat inzwischen einen Coach',
  'closing days': 'hat inzwischen Schließtage',
  contacts: 'hat inzwischen weitere Ansprechpersonen',
  bookings: 'hat inzwischen Module gewählt',
  advice: 'wurde inzwischen beraten',
  staff: 'hat inzwischen eingetragene Fachkräfte',
  people: 'hat inzwischen Personen mit einer Rolle',
  invitation: 'hat inzwischen eine Einladung',
};

/** Institutions of a municipality; coordinators and administrators read them in. */
@Injectable()
export class InstitutionImport implements ImportKind {
  readonly fields = INSTITUTION_FIELDS;
  readonly table = 'institutions';
  readonly object = 'institution';
  readonly properties = ['municipalityId', ...INSTITUTION_COLUMNS];

  constructor(
    private readonly database: Database,
    private readonly known: InstitutionImportRepository,
  ) {}

  assertMay(municipalityId: string): Promise<void> {
    assertGoverns(this.database.actor, municipalityId);
    return Promise.resolve();
  }

  async analyse({ municipalityId, columns, rows, lock }: AnalysisOrder): Promise<Outcome[]> {
    const districts = await this.known.listDistricts(municipalityId);
    const institutions = await this.known.listInstitutions(municipalityId, lock);
    const reader = new RowReader(columns, this.fields);
    const { today } = this.database.context;
    const analysis = new InstitutionAnalysis({ municipalityId, today, districts, institutions }, reader);
    return judgeAll(analysis.prepare(rows), (one) => analysis.judge(one));
  }

  async findObstacle(importId: string): Promise<string | null> {
    const obstacle = await this.known.findObstacle(importId);
    return obstacle && `„${obstacle.name}“ ${OBSTACLES[obstacle.what]}`;
  }
}
