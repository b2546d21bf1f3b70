import { code, id, type Table, text, typed } from '../../exports/columns.js';
import { Literals } from '../../exports/literals.js';
import type { PackageQueryDto } from '../../data-package/package.dto.js';
import { cellConditions } from './cell-conditions.js';
import type { CellFilterDto } from './cell.dto.js';
import {
  AGE_WORDS,
  ALL,
  BLOCK_WORDS,
  CELL_KIND_WORDS,
  CELL_SEX_WORDS,
  CELL_WAVE_WORDS,
  OUTCOME_WORDS,
  PLACE_WORDS,
  REASON_WORDS,
  ROUNDING_LABEL,
  SCHEME_WORDS,
  STATE_WORDS,
} from './cell-words.js';

export type CellTableQuery = CellFilterDto & PackageQueryDto & { publicationId?: string };

const orAll = (column: string): string => `coalesce(${column}, '${ALL}')`;
const SHOWN = `case c.state when 'rounded' then c.count::text when 'up_to_7' then '≤ 7' else '.' end`;
// Of a region its title; the others have words of their own.
const PLACE = code({ name: 'place', title: 'Ort oder Lage', sql: orAll('c.place'), width: 30 }, PLACE_WORDS);
const SPOKEN_PLACE = `coalesce((select r ->> 'title' from jsonb_array_elements(p.summary -> 'regions') r
  where c.scheme = 'region' and r ->> 'key' = c.place), ${PLACE.spoken ?? PLACE.sql})`;

/** Published cells as a file; what is null in the tables is `all` here. */
export function cellTable({ municipalityId, schoolYear, publicationId, ...filter }: CellTableQuery): Table {
  const literals = new Literals();
  const equals = (column: string, value: string | number | undefined): string =>
    value === undefined ? 'true' : `${column} = ${literals.add(value)}`;
  const conditions = [
    equals('p.id', publicationId),
    equals('p.municipality_id', municipalityId),
    equals('p.school_year', schoolYear),
    cellConditions(filter, (value) => literals.add(value)),
  ];
  return {
    columns: [...ABOUT, ...OF_WHOM, ...NUMBERS],
    from: `from publication_cells c join publications p on p.id = c.publication_id join municipalities m on m.id = p.municipality_id
        left join test_protocols t on t.id = c.protocol_id left join test_items i on i.code = c.item_code
      where p.state = 'published' and ${conditions.join(' and ')}
      order by m.name, p.municipality_id, p.school_year, p.half, p.revision, c.position`,
  };
}

const ABOUT = [
  id('publication_id', 'p.id'),
  text('municipality', 'Kommune', 'm.name'),
  typed('whole', 'school_year', 'Kita-/Schuljahr', 'p.school_year'),
  typed('whole', 'half', 'Halbjahr', 'nullif(p.half, 0)'),
  typed('whole', 'revision', 'Fassung', 'p.revision'),
];

const OF_WHOM = [
  code({ name: 'block', title: 'Tabelle', sql: 'c.block', width: 18 }, BLOCK_WORDS),
  { ...text('item', 'Aufgabe', orAll('c.item_code'), 30), spoken: `coalesce(i.title, 'alle')` },
  typed('whole', 'protocol_version', 'Fassung der Aufgabe', 't.version'),
  code({ name: 'wave', title: 'Welle', sql: orAll('c.wave'), width: 14 }, CELL_WAVE_WORDS),
  code({ name: 'scheme', title: 'Gliederung', sql: 'c.scheme', width: 18 }, SCHEME_WORDS),
  { ...PLACE, spoken: SPOKEN_PLACE },
  code({ name: 'kind', title: 'Art', sql: orAll('c.kind'), width: 10 }, CELL_KIND_WORDS),
  code({ name: 'sex', title: 'Geschlecht', sql: orAll('c.sex'), width: 12 }, CELL_SEX_WORDS),
  code({ name: 'age_band', title: 'Alter', sql: orAll('c.age_band'), width: 16 }, AGE_WORDS),
  code({ name: 'outcome', title: 'Ergebnis', sql: orAll('c.outcome'), width: 32 }, OUTCOME_WORDS),
];

const NUMBERS = [
  text('shown', 'Kinder', SHOWN, 10),
  typed('whole', 'count', 'Kinder (Zahl)', 'c.count'),
  typed('whole', 'share', 'Anteil in Prozent', 'c.share'),
  typed('decimal', 'mean_delta', 'Mittlere Veränderung (z)', 'c.mean_delta'),
  typed('decimal', 'mean_low', 'Veränderung ab (z)', 'c.mean_low'),
  typed('decimal', 'mean_high', 'Veränderung bis (z)', 'c.mean_high'),
  code({ name: 'state', title: 'Ausgewiesen', sql: 'c.state', width: 18 }, STATE_WORDS),
  code({ name: 'reason', title: 'Grund', sql: 'c.reason', width: 40 }, REASON_WORDS),
  text('rounding', 'Hinweis', `'${ROUNDING_LABEL}'`, 46),
];
