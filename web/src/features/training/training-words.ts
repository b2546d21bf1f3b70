import type { Training, TrainingSession } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatWeekday } from '../../ui/format';

const words = texts.training;
const units = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** Teaching units of 45 minutes, one decimal. */
export const formatUnits = (value: number): string => units.format(value);

/** "Montag, 01.12.2026, 09:00 bis 16:00 Uhr" */
export function sessionWords({ heldOn, startsAt, endsAt }: TrainingSession): string {
  return words.session(formatWeekday(heldOn), formatDate(heldOn), startsAt, endsAt);
}

/** How many seats are left, and who waits. */
export function seatWords({ free, waiting }: Pick<Training, 'free' | 'waiting'>): string {
  if (free === 0) return waiting === 0 ? words.seats.full : words.seats.fullWaiting(waiting);
  return words.seats.free(free) + (waiting === 0 ? '' : words.seats.waiting(waiting));
}

/** "Kitas in Wanne, Eickel" */
export function forWhom({ kinds, districtNames }: Pick<Training, 'kinds' | 'districtNames'>): string {
  const houses =
    kinds.length > 1 ? words.kinds.both : kinds.includes('kita') ? words.kinds.kita : words.kinds.school;
  return districtNames.length === 0 ? houses : words.inDistricts(houses, districtNames.join(', '));
}

/** What somebody's registration is worth, in a word or two. */
export function registrationWords({
  state,
  waitingPlace,
}: {
  state: string;
  waitingPlace: number | null;
}): string {
  if (state === 'waiting' && waitingPlace !== null) return words.waitingAt(waitingPlace);
  return words.registrationStates[state] ?? state;
}
