/**
 * How erasures of one kind are carried out once more, when a backup was put back that still has what was erased since. Each feature that
 * notes a kind of its own in the journal `erasures` says it in a file beside itself; src/backup/erasure-replays.ts lists them all.
 *
 * The statements run one after the other in the transaction of the restore, above all policies, with foreign keys and triggers in force, on
 * the newest schema. What was erased they read from the temporary table `erased`: the entries of this object type, with the journal's columns.
 * They must bear finding nothing, or only a part, of it.
 */
export interface ErasureReplay {
  objectType: string;
  statements: readonly string[];
}
