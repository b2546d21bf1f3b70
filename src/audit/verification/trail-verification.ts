import type { ClientBase } from 'pg';

/** What is wrong with a link of the trail, or with its end. */
export type TrailFault =
  'gap' | 'changed' | 'unlinked' | 'cut' | 'head_missing' | 'head_changed' | 'vanished' | 'absent';

/** The first thing wrong with a chain. */
export interface BrokenChain {
  chain: string;
  /** Number of the entry in its chain, from 1 on; where entries are missing, of the first of them. */
  seq: number;
  fault: TrailFault;
}

export interface TrailReport {
  chains: number;
  events: number;
  /** By chain; of each the first. At most LISTED. */
  faults: BrokenChain[];
  /** How many chains are broken in all. */
  broken: number;
}

const LISTED = 20;

// As the trigger seals (migrations/1760006120000-security-log.ts), but written out: the function in the database may have been changed with the rows.
const ORIGIN_SEAL = `sha256(e.origin_salt || convert_to(e.origin, 'UTF8'))`;
const DIGEST = `sha256(e.previous || convert_to(jsonb_build_array(
  e.chain, e.seq, extract(epoch from e.at), e.actor_id,
  encode(case when e.origin is null then e.origin_seal else ${ORIGIN_SEAL} end, 'hex'), e.request_id,
  e.action, e.object_type, e.object_id, e.institution_id, to_jsonb(e.fields))::text, 'UTF8'))`;

/** One pass along the chains in the order of their keys: PostgreSQL holds one row and the one before it. What was pruned ends where it says. */
const FAULTS = `
  with walked as (
    select e.chain, e.seq, e.previous, e.hash, ${DIGEST} as digest,
      e.origin is null or e.origin_seal is not distinct from ${ORIGIN_SEAL} as origin_sealed,
      coalesce(lag(e.seq) over along, c.pruned_seq, 0) as seq_before, coalesce(lag(e.hash) over along, c.pruned_hash, '') as hash_before
    from audit_events e left join audit_chains c on c.chain = e.chain window along as (partition by e.chain order by e.seq)),
  links as (
    select chain, case when seq <> seq_before + 1 then seq_before + 1 else seq end as seq,
      case when seq <> seq_before + 1 then 'gap' when hash is distinct from digest or not origin_sealed then 'changed' else 'unlinked' end as fault
    from walked where seq <> seq_before + 1 or hash is distinct from digest or not origin_sealed or previous <> hash_before),
  ends as (
    select coalesce(c.chain, l.chain) as chain, c.length, c.head, l.seq, coalesce(l.seq, c.pruned_seq) as ends_at,
      coalesce((select e.hash from audit_events e where e.chain = l.chain and e.seq = l.seq), c.pruned_hash) as hash
    from audit_chains c full join (select chain, max(seq) as seq from audit_events group by chain) l on l.chain = c.chain),
  loose as (
    select chain, case when length > ends_at then ends_at + 1 else ends_at end as seq,
      case when length is null then 'head_missing' when length > ends_at and seq is null then 'vanished'
        when length > ends_at then 'cut' else 'head_changed' end as fault
    from ends where length is null or length <> ends_at or head <> hash),
  absent as (
    select i.id as chain, 1::bigint as seq, 'absent' as fault from institutions i
    where not exists (select from audit_chains c where c.chain = i.id)
      and not exists (select from audit_events e where e.chain = i.id)),
  firsts as (
    select distinct on (chain) chain, seq, fault
    from (select * from links union all select * from loose union all select * from absent) f
    order by chain, seq, fault = 'head_changed')
  select chain, seq::int as seq, fault, (count(*) over ())::int as broken from firsts order by chain limit ${LISTED}`;

const SUMS = `
  select (select count(*)::int from audit_chains) as chains, (select count(*)::int from audit_events) as events`;

/**
 * Works the whole trail out anew: every entry's hash, its link to the one before, every chain's end, and a chain for every house.
 * @param client in one snapshot, as somebody who sees all of the trail; what they do not see counts as missing
 */
export async function verifyTrail(client: ClientBase): Promise<TrailReport> {
  const { rows: found } = await client.query<BrokenChain & { broken: number }>(FAULTS);
  const { rows } = await client.query<{ chains: number; events: number }>(SUMS);
  return {
    chains: rows[0]?.chains ?? 0,
    events: rows[0]?.events ?? 0,
    faults: found.map(({ chain, seq, fault }) => ({ chain, seq, fault })),
    broken: found[0]?.broken ?? 0,
  };
}

const WORDS: Record<TrailFault, (seq: number) => string> = {
  gap: (seq) => `entry ${seq} is missing`,
  changed: (seq) => `entry ${seq} was changed: its hash is not that of its content`,
  unlinked: (seq) =>
    `entry ${seq} does not follow from entry ${seq - 1}: one of the two was changed and sealed anew`,
  cut: (seq) => `its end is missing from entry ${seq} on`,
  head_missing: (seq) => `its head is missing (the last entry found is ${seq})`,
  head_changed: (seq) => `its head does not fit its last entry, ${seq}`,
  vanished: () => 'it has vanished: there is its head, and no entry',
  absent: () => 'the institution of this id has no chain at all',
};

/** For operators, in English. */
export function sentenceOf({ chain, seq, fault }: BrokenChain): string {
  return `chain ${chain}: ${WORDS[fault](seq)}.`;
}
