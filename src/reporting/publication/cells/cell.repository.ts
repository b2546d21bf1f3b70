import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Parameters } from '../../../institutions/institution-filter.js';
import type { StoredCell } from '../publication-types.js';
import { cellConditions } from './cell-conditions.js';
import type { PublishedCellDto, CellFilterDto } from './cell.dto.js';

const COLUMNS = `c.block, c.item_code as item, c.protocol_id as "protocolId", c.wave, c.scheme, c.place, c.kind, c.sex,
  c.age_band as "ageBand", c.outcome, c.state, c.reason, c.count, c.share, c.mean_delta::float8 as "meanDelta",
  c.mean_low::float8 as "meanLow", c.mean_high::float8 as "meanHigh"`;

export interface CellRow extends PublishedCellDto {
  position: number;
}

@Injectable()
export class CellRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they were stored, behind a position. */
  list(publicationId: string, filter: CellFilterDto, after: number, limit: number): Promise<CellRow[]> {
    const parameters = new Parameters();
    const of = parameters.add(publicationId);
    return this.database.query<CellRow>(
      `select c.position, ${COLUMNS} from publication_cells c
       where c.publication_id = ${of} and c.position > ${parameters.add(after)}
         and ${cellConditions(filter, (value) => parameters.add(value))}
       order by c.position limit ${parameters.add(limit)}`,
      parameters.values,
    );
  }

  /** Whether there is a cell of that kind at all. */
  async has(publicationId: string, filter: CellFilterDto): Promise<boolean> {
    const parameters = new Parameters();
    const rows = await this.database.query(
      `select from publication_cells c where c.publication_id = ${parameters.add(publicationId)}
         and ${cellConditions(filter, (value) => parameters.add(value))} limit 1`,
      parameters.values,
    );
    return rows.length > 0;
  }

  /** All that was published of a period so far, of every revision; for the system. */
  listEarlier(publicationId: string): Promise<StoredCell[]> {
    return this.database.query<StoredCell>(
      `select ${COLUMNS.replace('"protocolId"', 'protocol')}
       from publications p
         join publications e on e.municipality_id = p.municipality_id and e.school_year = p.school_year and e.half = p.half
           and e.state = 'published'
         join publication_cells c on c.publication_id = e.id
       where p.id = $1 order by e.revision, c.position`,
      [publicationId],
    );
  }

  /** For the system; all of them, or none if one could not be. */
  async insert(publicationId: string, municipalityId: string, cells: readonly StoredCell[]): Promise<void> {
    await this.database.query(
      `insert into publication_cells (publication_id, municipality_id, position, block, item_code, protocol_id, wave, scheme, place, kind, sex,
         age_band, outcome, state, reason, count, share, mean_delta, mean_low, mean_high)
       select $1, $2, c.position, c.block, c.item, c.protocol, c.wave, c.scheme, c.place, c.kind, c.sex, c."ageBand", c.outcome, c.state,
         c.reason, c.count, c.share, c."meanDelta", c."meanLow", c."meanHigh"
       from jsonb_to_recordset($3) as c (position int, block text, item text, protocol uuid, wave text, scheme text, place text, kind text,
         sex text, "ageBand" text, outcome text, state text, reason text, count int, share smallint, "meanDelta" numeric, "meanLow" numeric,
         "meanHigh" numeric)`,
      [
        publicationId,
        municipalityId,
        JSON.stringify(cells.map((cell, index) => ({ ...cell, position: index + 1 }))),
      ],
    );
  }
}
