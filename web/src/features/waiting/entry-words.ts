import type { OutboxEntry } from '../../outbox/entry';
import { ageOf } from '../../outbox/age';
import { storedFor } from '../activities/activity-conflict';
import { trialIn } from '../../outbox/trial-sender';
import { texts } from '../../texts/de';
import { formatInstant, formatWait } from '../../ui/format';

const words = texts.waiting;

/** What helps against a refusal; sending it again as it is may help besides, unless two versions are to be compared. */
export type Help = 'compare' | 'choose_there' | 'clock' | 'gone' | 'correct';

/** What sort of thing was noted. */
export function kindOf({ kind, withdrawn }: OutboxEntry): string {
  return kind === 'activity' && withdrawn ? words.removal : words.kinds[kind];
}

/** "Notiert am 23.11.2026, 14:05 Uhr, vor 2 Stunden", by the device's clock. */
export function notedWords({ createdAt }: Pick<OutboxEntry, 'createdAt'>, now: number): string {
  const noted = words.notedAt(formatInstant(new Date(createdAt).toISOString()));
  const age = ageOf(createdAt, now);
  return age ? `${noted}, ${words.ago(texts.outbox.age(age))}` : noted;
}

/** Where an entry is on its way, unless it needs help. */
export function stateWords(entry: OutboxEntry, now: number): string {
  const { state, withdrawn, attempts, notBefore } = entry;
  if (attempts > 0) {
    const wait = (notBefore - now) / 1000;
    return wait > 60 ? words.states.nextAttempt(formatWait(wait)) : words.states.soon;
  }
  if (withdrawn) return words.states.withdrawn;
  return state === 'sent' ? words.states.sent : words.states.new;
}

/** The server's sentences, as they are. */
export function sentencesOf({ refusal }: Pick<OutboxEntry, 'refusal'>): string[] {
  if (!refusal) return [];
  return refusal.errors.length > 0 ? refusal.errors.map(({ message }) => message) : [refusal.title];
}

/** `isDayDoubtful`: the device's clock was wrong when the day was noted. */
export function helpOf(entry: OutboxEntry, isDayDoubtful: boolean): Help {
  if (NOT_THERE.includes(codeOf(entry))) return 'gone';
  const isActivity = entry.kind === 'activity' || entry.kind === 'activity_change';
  return isActivity ? helpOfActivity(entry, isDayDoubtful) : helpThere(entry);
}

const NOT_THERE = ['not_found', 'forbidden'];
const codeOf = ({ refusal }: OutboxEntry): string => refusal?.code ?? '';

function helpOfActivity(entry: OutboxEntry, isDayDoubtful: boolean): Help {
  const code = codeOf(entry);
  if (storedFor(entry)) return 'compare';
  const isAboutDay = entry.refusal?.errors.some(({ field }) => field === 'heldOn');
  return code === 'clock' || (isDayDoubtful && isAboutDay) ? 'clock' : 'correct';
}

function helpThere(entry: OutboxEntry): Help {
  const isTaken = codeOf(entry) === 'changed_meanwhile' || trialIn(entry.refusal?.current);
  return isTaken ? 'choose_there' : 'correct';
}

/** What to do, in a sentence; about the day there is more to say. */
export function adviceFor(help: Exclude<Help, 'clock'>, { kind }: Pick<OutboxEntry, 'kind'>): string {
  if (help === 'compare') return words.advice.conflict;
  if (help === 'gone') return words.advice.gone;
  if (help === 'correct') return words.advice.refused;
  return kind === 'attendance' ? words.advice.attendanceConflict : words.advice.trialConflict;
}

/** The page on which an entry can be seen in its place, and mended. */
export function placeOf(entry: OutboxEntry): string {
  switch (entry.kind) {
    case 'activity':
      return `/eintragen?haus=${entry.body.institutionId}&berichtigen=${entry.id}`;
    case 'activity_change':
      return `/eintrag/${entry.id}?zurueck=/wartend`;
    case 'attendance':
      return `/fortbildungen/${entry.body.trainingId}/anwesenheit`;
    default:
      return `/testtage/${entry.body.testDayId}/kind/${entry.body.childId}`;
  }
}
