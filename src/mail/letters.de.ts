/** One mail: what stands before its only link, and what after it. */
export interface Letter {
  subject: string;
  before: string[];
  link: string;
  linkLabel: string;
  after: string[];
}

export interface InvitationFacts {
  /** Whom it is for; null if unknown. */
  name: string | null;
  /** Who invites. */
  inviter: string;
  /** Code of the role. */
  role: string;
  /** Institution or municipality; null where the role holds everywhere. */
  place: string | null;
  link: string;
  /** Instant, ISO 8601. */
  expiresAt: string;
}

export interface ResetFacts {
  name: string;
  /** Who made the link; null if the person asked for it on the sign-in page. */
  helper: string | null;
  link: string;
  /** Instant, ISO 8601. */
  expiresAt: string;
}

const ROLES: Record<string, string> = {
  educator: 'Fachkraft / Lehrkraft',
  institution_lead: 'Leitung',
  coach: 'Coach',
  coordinator: 'Koordination',
  programme_lead: 'Programmleitung',
  administrator: 'Administration',
};

export const SIGNATURE = 'Olympia ruft – Mach mit!\nDiese Nachricht wurde automatisch verschickt.';
const FORMAT = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

const until = (instant: string): string => `${FORMAT.format(new Date(instant))} Uhr`;
const greeting = (name: string | null): string => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`);

/** Every mail that leaves, in German; another language is another file like this one. */
export const LETTERS = {
  invitation: ({ name, inviter, role, place, link, expiresAt }: InvitationFacts): Letter => ({
    // Without the names: whoever makes an invitation chooses them, and a subject is read at a glance.
    subject: 'Einladung zu „Olympia ruft – Mach mit!“',
    before: [
      greeting(name),
      `${inviter} lädt zu „Olympia ruft – Mach mit!“ ein, dem Bewegungsprogramm für Kitas und Schulen. Die Einladung gilt als ${ROLES[role] ?? role}${place === null ? '' : ` für ${place}`}.`,
      'Über diesen Link wird der eigene Zugang eingerichtet. Das dauert zwei Minuten.',
    ],
    link,
    linkLabel: 'Zugang einrichten',
    after: [
      `Der Link gilt bis ${until(expiresAt)} und nur einmal. Bitte nicht weitergeben.`,
      'Diese Einladung kam unerwartet? Dann genügt es, die Nachricht zu löschen.',
      SIGNATURE,
    ],
  }),

  passwordReset: ({ name, helper, link, expiresAt }: ResetFacts): Letter => ({
    subject: 'Neues Passwort für „Olympia ruft“',
    before: [
      greeting(name),
      helper === null
        ? 'auf der Anmeldeseite wurde ein neues Passwort für diese E-Mail-Adresse angefordert.'
        : `${helper} hat einen Link für ein neues Passwort erstellt.`,
      'Über diesen Link lässt es sich wählen:',
    ],
    link,
    linkLabel: 'Neues Passwort wählen',
    after: [
      `Der Link gilt bis ${until(expiresAt)} und nur einmal. Bitte nicht weitergeben.`,
      'Das war nicht gewünscht? Dann genügt es, die Nachricht zu löschen: Das bisherige Passwort bleibt, wie es ist.',
      SIGNATURE,
    ],
  }),
};
