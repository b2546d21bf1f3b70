const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tagen`);

/** What somebody should see to now. */
export const attention = {
  title: 'Was jetzt ansteht',
  first: (shown: string) => `Hier stehen die ${shown} dringendsten.`,
  mail: 'E-Mail',
  mailLabel: (house: string, email: string) => `E-Mail schreiben an ${house}: ${email}`,
  further: (count: number) => (count === 1 ? '1 weitere zeigen' : `${count} weitere zeigen`),
  quiet: {
    name: 'Still geworden',
    intro: (schoolDays: number) =>
      `Teilnehmende Einrichtungen ohne Aktivität in den letzten ${schoolDays} Schultagen (Ferien zählen nicht mit). Ein Anruf hilft oft weiter.`,
    none: 'Zurzeit ist keine Einrichtung still geworden. So darf es bleiben.',
    since: (count: number, last: string) => `seit ${days(count)} ohne Aktivität (zuletzt ${last})`,
    never: (count: number) => `noch nie aktiv, seit ${days(count)} dabei`,
    all: (count: string) => `Alle ${count} ansehen`,
    remind: 'Erinnern',
    remindLabel: (house: string) => `Erinnern: ${house}`,
  },
  steps: {
    name: 'Nächste Schritte überfällig',
    intro: 'In einer Beratung vereinbart und noch nicht erledigt.',
    none: 'Nichts überfällig: Was vereinbart war, ist erledigt.',
    due: (count: number, day: string) => `fällig seit ${days(count)} (${day})`,
    agreed: (day: string, person: string | null) =>
      `vereinbart am ${day}${person === null ? '' : ` mit ${person}`}`,
  },
  bookings: {
    name: 'Module ohne Termin',
    intro: (wishDays: number) =>
      `Seit mehr als ${wishDays} Tagen gewünscht, oder der geplante Tag ist vorbei und niemand hat gesagt, was daraus wurde.`,
    none: 'Jedes gewünschte Modul hat seinen Termin.',
    wished: (count: number, day: string) => `gewünscht vor ${days(count)} (${day})`,
    passed: (day: string) => `war für den ${day} geplant`,
    plan: 'Termin planen',
    planLabel: (what: string) => `Termin planen: ${what}`,
    report: 'Rückmeldung geben',
    reportLabel: (what: string) => `Rückmeldung geben: ${what}`,
  },
  trainings: {
    name: 'Fortbildungen fast leer',
    intro: (withinDays: number) =>
      `Beginnt in den nächsten ${withinDays} Tagen, und weniger als zwei von fünf Plätzen sind belegt.`,
    none: 'Die nächsten Fortbildungen sind gut gefüllt.',
    taken: (confirmed: string, capacity: string) => `${confirmed} von ${capacity} Plätzen belegt`,
    starts: (day: string, count: number) =>
      count === 0 ? 'beginnt heute' : count === 1 ? `beginnt morgen (${day})` : `beginnt am ${day}`,
    registerBy: (day: string) => `Anmeldung bis ${day}`,
    closed: 'Anmeldung geschlossen',
    open: 'Öffnen',
    openLabel: (title: string) => `Fortbildung „${title}“ öffnen`,
  },
};
