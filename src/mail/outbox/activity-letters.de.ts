import { type Letter, SIGNATURE } from '../letters.de.js';

/** How complete a month is. */
export interface IncompleteMonth {
  /** 1 to 12. */
  month: number;
  reported: number;
  expected: number;
}

export interface ActivityReminderFacts {
  /** Whom the letter is for; null: the house itself. */
  name: string | null;
  house: string;
  /** "2026/27" */
  schoolYear: string;
  /** Weeks with at least one activity, of those in which there could have been one. */
  reported: number;
  expected: number;
  /** Those in which a week lacks, in their order. */
  months: IncompleteMonth[];
  /** Who asks, and how to answer. */
  sender: { name: string; address: string };
  /** In the sender's own words. */
  note: string | null;
}

const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

const weeks = (count: number): string => (count === 1 ? '1 Woche' : `${count} Wochen`);
const monthLine = ({ month, reported, expected }: IncompleteMonth): string =>
  `– ${MONTHS[month - 1] ?? month}: ${reported} von ${weeks(expected)} eingetragen`;

function standing({ house, schoolYear, reported, expected }: ActivityReminderFacts): string {
  const part =
    reported === 0 ? 'noch keine Aktivität' : `aus ${reported} von ${weeks(expected)} eine Aktivität`;
  return `für „${house}“ steht im Kita-/Schuljahr ${schoolYear} bisher ${part}. Ferien und Schließtage sind dabei schon abgezogen.`;
}

/** The letters about what houses enter, in German; each takes the facts and the address of the application. */
export const ACTIVITY_LETTERS = {
  activity_reminder: (facts: ActivityReminderFacts, publicUrl: string): Letter => {
    const { name, house, months, sender, note } = facts;
    return {
      subject: `Aktivitäten nachtragen: ${house}`,
      before: [
        name === null ? 'Guten Tag,' : `Guten Tag ${name},`,
        standing(facts),
        `Hier fehlt noch etwas:\n${months.map(monthLine).join('\n')}`,
        'War in diesen Wochen Bewegung dabei? Dann bitte kurz nachtragen, auch im Nachhinein: Eine Aktivität ist in weniger als 20 Sekunden eingetragen.',
        'War die Einrichtung geschlossen? Dann bitte die Schließtage eintragen; danach fragt niemand mehr nach diesen Wochen.',
        ...(note === null ? [] : [`${sender.name} schreibt dazu:\n${note}`]),
      ],
      link: `${publicUrl}/eintragen`,
      linkLabel: 'Aktivität eintragen',
      after: [`Fragen? Eine Nachricht an ${sender.name} (${sender.address}) genügt.`, SIGNATURE],
    };
  },
};
