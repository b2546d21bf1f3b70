export const outbox = {
  allSent: 'Alles übertragen',
  sending: 'Wird übertragen …',
  waiting: (count: number) =>
    count === 1 ? '1 Eintrag wartet auf Netz' : `${count} Einträge warten auf Netz`,
  needsHelp: (count: number) =>
    count === 1 ? '1 Eintrag braucht Hilfe' : `${count} Einträge brauchen Hilfe`,
  notKept:
    'Dieser Browser kann Einträge nicht zwischenspeichern. Bitte die Seite offen lassen, bis „Gespeichert“ erscheint.',
  show: 'Ansehen',
  title: 'Noch nicht übertragen',
  intro: 'Diese Einträge liegen sicher auf diesem Gerät.',
  stateWaiting: 'Wartet auf Netz, wird von selbst übertragen.',
  stateNeedsHelp: 'Der Server hat den Eintrag nicht angenommen:',
  sendNow: 'Jetzt übertragen',
  correct: 'Berichtigen',
  discard: 'Verwerfen',
  discardQuestion: 'Diesen Eintrag wirklich verwerfen? Er wurde noch nicht gespeichert.',
  discardYes: 'Ja, verwerfen',
};
