import type { AttendanceSheet } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import type { Tick } from './waiting-marks';

const words = texts.attendance;

/** Ticks in one line: who, what, at which session of which training. */
export function tickWords(ticks: readonly Tick[], { title, people, sessions }: AttendanceSheet): string {
  const [first] = ticks;
  const session = sessions.find(({ id }) => id === first?.sessionId);
  const person = people.find(({ id }) => id === first?.registrationId)?.name ?? '';
  const who = ticks.length === 1 ? person : words.said.people(ticks.length);
  const states = new Set(ticks.map(({ state }) => state));
  const what = states.size === 1 && first ? stateWord(first.state) : words.said.taken;
  return words.said.line(who, what, title, session ? formatDate(session.heldOn) : '');
}

/** A mark as people say it. */
export function stateWord(state: Tick['state']): string {
  return state === null ? words.said.open : words.states[state];
}
