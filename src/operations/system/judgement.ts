/** ok: nothing to do; attention: somebody should look; bad: something is lost, wrong, or about to be. */
export const SYSTEM_STATES = ['ok', 'attention', 'bad'] as const;
export type SystemState = (typeof SYSTEM_STATES)[number];

/** What keeps an installation in order. */
export const UPKEEP_KINDS = ['backup', 'audit_verify', 'retention', 'restore'] as const;
export type UpkeepKind = (typeof UPKEEP_KINDS)[number];

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const MEGABYTE = 1024 ** 2;

/** Hours after which the last good run is too long ago. Nobody puts a backup back every month. */
const OVERDUE: Record<UpkeepKind, { attention: number; bad: number }> = {
  backup: { attention: 36, bad: 8 * DAY_HOURS },
  audit_verify: { attention: 40 * DAY_HOURS, bad: Infinity },
  retention: { attention: 2 * DAY_HOURS, bad: 30 * DAY_HOURS },
  restore: { attention: Infinity, bad: Infinity },
};

export interface UpkeepFacts {
  kind: UpkeepKind;
  lastStartedAt: Date | null;
  lastEndedAt: Date | null;
  lastOutcome: 'ok' | 'failed' | null;
  lastGoodAt: Date | null;
}

/** A run that has failed is bad; none, one that never ended, or one long ago wants attention. */
export function upkeepState(facts: UpkeepFacts, now: Date): SystemState {
  const { kind, lastStartedAt, lastEndedAt, lastOutcome, lastGoodAt } = facts;
  const hoursSince = (at: Date | null): number => (at ? (now.getTime() - at.getTime()) / HOUR_MS : Infinity);
  if (lastOutcome === 'failed') return 'bad';
  if (lastStartedAt && !lastEndedAt && hoursSince(lastStartedAt) > DAY_HOURS) return 'attention';
  const { attention, bad } = OVERDUE[kind];
  if (lastGoodAt && hoursSince(lastGoodAt) > bad) return 'bad';
  return hoursSince(lastGoodAt) > attention ? 'attention' : 'ok';
}

/** Jobs that nobody takes for an hour wait for a worker that is gone; failed ones of the last week are worth a look. */
export function queueState({
  oldestSeconds,
  failed,
}: {
  oldestSeconds: number;
  failed: number;
}): SystemState {
  if (oldestSeconds > 3600) return 'bad';
  return failed > 0 ? 'attention' : 'ok';
}

/** @param seconds between the clocks of the program and of the database; codes of the second factor hold for 30 */
export function clockState(seconds: number): SystemState {
  if (seconds >= 30) return 'bad';
  return seconds >= 2 ? 'attention' : 'ok';
}

/** A database on a full disk stops; maintenance and backups want about its own size once more. */
export function diskState({
  freeBytes,
  databaseBytes,
}: {
  freeBytes: number;
  databaseBytes: number;
}): SystemState {
  if (freeBytes < 500 * MEGABYTE) return 'bad';
  return freeBytes < Math.max(2048 * MEGABYTE, databaseBytes) ? 'attention' : 'ok';
}
