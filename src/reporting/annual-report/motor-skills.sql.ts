import type { Database } from '../../database/database.js';
import type { MotorSkills, PublishedCell } from './annual-figures.js';

/**
 * What is published of a school year's motor tests: the latest revision of the year, or of its halves. Nothing but published cells is read here;
 * single children are known to the computation of a publication alone.
 */
export async function findMotorSkills(
  database: Database,
  { municipalityId, schoolYear }: { municipalityId: string; schoolYear: number },
): Promise<MotorSkills[]> {
  const publications = await database.query<Omit<MotorSkills, 'cells'> & { id: string }>(
    `select distinct on (p.half) p.id, nullif(p.half, 0)::int as half, p.revision::int as revision, to_json(p.data_at) #>> '{}' as "dataAt"
     from publications p
     where p.municipality_id = $1 and p.school_year = $2 and p.state = 'published'
     order by p.half, p.revision desc`,
    [municipalityId, schoolYear],
  );
  const found: MotorSkills[] = [];
  for (const { id, ...about } of publications) {
    found.push({ ...about, cells: await listCells(database, id) });
  }
  return found;
}

/** All children together, and by social situation. */
function listCells(database: Database, publicationId: string): Promise<PublishedCell[]> {
  return database.query<PublishedCell>(
    `select c.block, c.protocol_id as "protocolId", i.title as "itemTitle", t.version::int as "protocolVersion", c.wave, c.scheme, c.place,
       c.outcome, c.state, c.count, c.share::int as share, c.mean_delta::float8 as "meanDelta", c.mean_low::float8 as "meanLow",
       c.mean_high::float8 as "meanHigh"
     from publication_cells c left join test_protocols t on t.id = c.protocol_id left join test_items i on i.code = t.item_code
     where c.publication_id = $1 and c.kind is null and c.sex is null and c.age_band is null
       and (c.scheme = 'region' and c.place is null or c.scheme = 'social_situation' and c.place is not null)
     order by i.position, t.version, c.position`,
    [publicationId],
  );
}
