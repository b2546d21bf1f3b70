import type { CellFilterDto } from './cell.dto.js';
import { ALL } from './cell-words.js';

const COLUMNS: Record<keyof CellFilterDto, string> = {
  block: 'c.block',
  item: 'c.item_code',
  protocolId: 'c.protocol_id',
  wave: 'c.wave',
  scheme: 'c.scheme',
  place: 'c.place',
  kind: 'c.kind',
  sex: 'c.sex',
  ageBand: 'c.age_band',
  outcome: 'c.outcome',
};

/**
 * Conditions on `publication_cells c`, as SQL for a WHERE.
 * @param add puts a value into the statement and answers what stands for it there
 */
export function cellConditions(filter: CellFilterDto, add: (value: string) => string): string {
  const conditions = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = filter[name as keyof CellFilterDto];
    if (value === undefined) return [];
    return [value === ALL ? `${column} is null` : `${column} = ${add(value)}`];
  });
  return ['true', ...conditions].join(' and ');
}
