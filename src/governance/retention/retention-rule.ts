/** How rows find the municipality that they are counted for; null: they belong to none. */
export type TownOf = 'institution' | 'municipality' | null;

/**
 * A rule about rows: which are due, and what becomes of them. SQL over the table as `t`; `$1` is the day of the run (Berlin). A row is kept
 * for the whole of its last day and due on the next one.
 */
export interface RowRule {
  code: string;
  table: string;
  /** Columns of its key. */
  key: readonly string[];
  due: string;
  /** What has to be true besides, once rules before this one have done their part; not asked for when counting. */
  ready?: string;
  town: TownOf;
  /** SET clause: the row stays and loses what names somebody. Absent: the row goes. */
  blank?: string;
  /** Word for the journal of erasures, by which a restored backup is emptied again; absent where the rule alone does so by its dates. */
  journal?: string;
  /** Counts are about children: they are told rounded. */
  children?: boolean;
}

/** How many rows are due for each municipality. @returns SQL with the columns `id`, `name`, `count` */
export function countStatement({ table, due, town }: RowRule): string {
  return `select m.id, m.name, count(*)::int as count from ${table} t ${townJoin(town)}
    where ${due} group by m.id, m.name order by m.name nulls last`;
}

/**
 * Takes the next due rows, `$2` at most. What hangs on them goes by their foreign keys.
 * @returns SQL that answers with a row for each that was taken
 */
export function eraseStatement(rule: RowRule): string {
  const { table, key, due, ready = 'true' } = rule;
  const keys = key.map((column) => `t.${column}`).join(', ');
  const same = key.map((column) => `t.${column} = next.${column}`).join(' and ');
  const taken = `select ${keys} from ${table} t where ${due} and ${ready} limit $2`;
  const change =
    rule.blank === undefined
      ? `delete from ${table} t using next`
      : `update ${table} t set ${rule.blank} from next`;
  return `with next as materialized (${taken}), gone as (${change} where ${same} returning ${keys})${journalPart(rule)}`;
}

function journalPart({ journal, town }: RowRule): string {
  if (journal === undefined) return ' select 1 from gone';
  const house = town === 'institution' ? 'institution_id' : 'null::uuid';
  return ` insert into erasures (institution_id, id, object_type, object_id, reason, erased_by)
    select ${house}, gen_random_uuid(), '${journal}', id, 'retention', app_actor_id() from gone returning 1`;
}

function townJoin(town: TownOf): string {
  if (town === null) return 'left join municipalities m on false';
  if (town === 'municipality') return 'left join municipalities m on m.id = t.municipality_id';
  return 'left join institutions i on i.id = t.institution_id left join municipalities m on m.id = i.municipality_id';
}
