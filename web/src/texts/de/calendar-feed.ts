export const calendarFeed = {
  title: 'Termine im eigenen Kalender',
  intro:
    'Handy und Computer können die eigenen Termine aus Olympia ruft abonnieren: Fortbildungen, zu denen eine Anmeldung besteht.',
  introCoach:
    'Handy und Computer können die eigenen Termine aus Olympia ruft abonnieren: geplante Module und Beratungen der zugeordneten Einrichtungen und die eigenen Fortbildungen.',
  introCoordinator:
    'Handy und Computer können die Termine aus Olympia ruft abonnieren: alle Fortbildungen der Kommune.',
  privacy:
    'Namen von Fachkräften oder Kindern stehen nicht darin. Die Adresse ist geheim: Wer sie kennt, sieht die Termine.',
  none: 'Noch ist keine Adresse angelegt.',
  activeSince: (instant: string) => `Angelegt am ${instant}.`,
  lastUsed: (instant: string) => `Zuletzt abgerufen am ${instant}.`,
  neverUsed: 'Bisher hat kein Kalender sie abgerufen.',
  create: 'Kalender-Adresse anlegen',
  renew: 'Neue Adresse',
  renewQuestion: 'Neue Adresse anlegen?',
  renewText:
    'Die bisherige gilt dann nicht mehr. Kalender, die sie abonniert haben, müssen die neue bekommen.',
  renewConfirm: 'Neue Adresse anlegen',
  remove: 'Abschalten',
  removeQuestion: 'Kalender-Adresse abschalten?',
  removeText: 'Kalender, die sie abonniert haben, bekommen dann keine Termine mehr.',
  removed: 'Die Kalender-Adresse ist abgeschaltet.',
  newTitle: 'Die Adresse',
  newText: 'Sie ist nur jetzt zu sehen. Am besten gleich im Kalender eintragen:',
  subscribe: 'Im Kalender abonnieren',
  link: 'Kalender-Adresse',
  scan: 'Für das eigene Handy: diesen Code mit der Kamera öffnen und dort abonnieren.',
  howTo: [
    'iPhone und Mac: „Im Kalender abonnieren“ antippen und bestätigen.',
    'Android: im Google Kalender am Computer bei „Weitere Kalender“ auf „Per URL“ gehen und die Adresse einfügen.',
    'Outlook: im Kalender „Kalender hinzufügen“, dann „Aus dem Internet“ wählen und die Adresse einfügen.',
  ],
  delay:
    'Kalender fragen von selbst nach Neuem, manche nur einmal am Tag. Änderungen erscheinen daher verzögert.',
  done: 'Fertig',
};
