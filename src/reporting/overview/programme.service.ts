import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { countContacts } from './contacts.sql.js';
import { cityOf } from './houses.sql.js';
import { countModules, listFormats } from './modules.sql.js';
import type { ProgrammeFiguresDto, ProgrammeQueryDto, TrainedHouseListDto } from './programme.dto.js';
import { countTrained, listTrained } from './trained-staff.sql.js';
import { countTrainings } from './trainings.sql.js';

/** What the programme itself did: live figures of one school year, each from its own question. */
@Injectable()
export class ProgrammeFiguresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(query: ProgrammeQueryDto): Promise<ProgrammeFiguresDto> {
    const { database } = this;
    const city = cityOf(query, this.clock.today());
    return {
      dataAt: this.clock.now().toISOString(),
      period: city.period,
      contacts: await countContacts(database, city),
      trainings: await countTrainings(database, city),
      formats: await listFormats(database, city),
      modules: await countModules(database, city),
      trained: await countTrained(database, city),
    };
  }

  /** How much of each house's team is trained, by name. */
  async listTrained(query: CityFilterDto): Promise<TrainedHouseListDto> {
    const limit = limitOf(query);
    const page = { after: decodeCursor(query.cursor, ['text', 'uuid']), limit: limit + 1 };
    const rows = await listTrained(this.database, cityOf(query, this.clock.today()), page);
    return pageOf(rows, limit, ({ name, institutionId }) => [name, institutionId]);
  }
}
