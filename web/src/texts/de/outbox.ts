import type { Age } from '../../outbox/age';

const LONG: Record<Age['unit'], [one: string, many: string]> = {
  minute: ['einer Minute', 'Minuten'],
  hour: ['einer Stunde', 'Stunden'],
  day: ['einem Tag', 'Tagen'],
};
const SHORT: Record<Age['unit'], string> = { minute: 'Min.', hour: 'Std.', day: 'Tg.' };

/** "einer Stunde", "2 Tagen": after "seit" and "vor". */
function age({ count, unit }: Age): string {
  const [one, many] = LONG[unit];
  return count === 1 ? one : `${count} ${many}`;
}

/** The line that always says whether everything has arrived. The page behind it: `waiting.ts`. */
export const outbox = {
  allSent: 'Alles übertragen',
  sending: 'Wird übertragen …',
  waiting: (count: number) => (count === 1 ? '1 Eintrag wartet' : `${count} Einträge warten`),
  /** Goes on after `waiting`. */
  oldest: (count: number, since: Age) =>
    count === 1 ? ` seit ${age(since)}` : `, der älteste seit ${age(since)}`,
  oldestShort: ({ count, unit }: Age) => ` · ${count} ${SHORT[unit]}`,
  needsHelp: (count: number) =>
    count === 1 ? '1 Eintrag braucht Hilfe' : `${count} Einträge brauchen Hilfe`,
  sealed: (count: number) =>
    count === 1
      ? '1 Eintrag wartet versiegelt auf diesem Gerät'
      : `${count} Einträge warten versiegelt auf diesem Gerät`,
  age,
  notKept:
    'Dieser Browser kann nichts aufbewahren, vielleicht wegen eines privaten Fensters. Einträge gehen verloren, wenn die Seite geschlossen wird, bevor „Alles übertragen“ erscheint.',
};
