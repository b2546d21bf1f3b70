import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { type Letter, SIGNATURE } from '../letters.de.js';

export interface ExpiringAccountFacts {
  name: string;
  /** Last day on which signing in keeps the account. */
  keptUntil: CalendarDate;
}

/** The letters about accounts that hold no secret, in German; each takes the facts and the address of the application. */
export const ACCOUNT_LETTERS = {
  account_expiring: ({ name, keptUntil }: ExpiringAccountFacts, publicUrl: string): Letter => ({
    subject: 'Das Konto bei Olympia ruft läuft ab',
    before: [
      `Guten Tag ${name},`,
      'mit diesem Konto hat sich seit fast zwölf Monaten niemand angemeldet. Konten, die nicht mehr gebraucht werden, löschen wir.',
      `Soll es bleiben? Dann genügt es, sich bis zum ${germanDate(keptUntil)} einmal anzumelden.`,
      'Andernfalls wird das Konto danach gelöscht. Eingetragene Aktivitäten bleiben der Einrichtung erhalten, aber ohne Namen.',
    ],
    link: `${publicUrl}/anmelden`,
    linkLabel: 'Anmelden',
    after: ['Wird das Konto nicht mehr gebraucht, ist nichts zu tun.', SIGNATURE],
  }),
};
