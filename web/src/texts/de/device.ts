const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const device = {
  needsNetwork: {
    title: 'Das braucht Netz',
    reading:
      'Diese Angaben liegen nicht auf diesem Gerät. Sobald das Netz zurück ist, erscheinen sie von selbst.',
    page: 'Diese Seite liegt nicht auf diesem Gerät. Sobald das Netz zurück ist, öffnet sie sich von selbst.',
    start:
      'Auf diesem Gerät ist niemand angemeldet, und zum Anmelden braucht es Netz. Sobald es zurück ist, geht es von selbst weiter.',
    form: 'Absenden braucht Netz. Das Eingetippte bleibt stehen.',
    step: 'Das geht nur mit Netz.',
    link: 'Dafür braucht es Netz. Bitte später noch einmal versuchen.',
    mark: 'braucht Netz',
  },
  offline: {
    title: 'Ohne Netz',
    text: 'Eintragen geht weiter: Alles bleibt auf diesem Gerät und wird übertragen, sobald das Netz zurück ist.',
    attendance: (training: string) => `Anwesenheit: ${training}`,
    readOnly: 'Zu sehen ist, was zuletzt geladen wurde. Alles Weitere geht, sobald das Netz zurück ist.',
    ticking:
      'Zu sehen ist, was zuletzt geladen wurde. Vorbereitete Anwesenheit geht weiter, alles andere, sobald das Netz zurück ist.',
  },
  update: {
    ready: 'Neue Fassung bereit',
    take: 'Übernehmen',
    asked: 'Sie wird übernommen, sobald auch in keinem anderen Fenster mehr etwas in Eingabe ist.',
    later: 'Sie wird übernommen, sobald hier nichts mehr in Eingabe ist.',
  },
  clock: {
    ahead: (span: string) => `Die Uhr dieses Geräts geht ${span} vor.`,
    behind: (span: string) => `Die Uhr dieses Geräts geht ${span} nach.`,
    mend: 'Bitte in den Einstellungen des Geräts richtig stellen. Einträge bekommen bis dahin das Datum des Servers.',
  },
  spans: {
    years: (count: number) => counted(count, 'Jahr', 'Jahre'),
    days: (count: number) => counted(count, 'Tag', 'Tage'),
    hours: (count: number) => counted(count, 'Stunde', 'Stunden'),
    minutes: (count: number) => counted(count, 'Minute', 'Minuten'),
  },
  install: {
    title: 'Auf dem Startbildschirm',
    intro: 'Installiert öffnet sich Olympia ruft wie eine App, auch ohne Netz.',
    action: 'Installieren',
    installed: 'Olympia ruft ist auf diesem Gerät installiert.',
    apple: 'In Safari unten auf „Teilen“ tippen, dann auf „Zum Home-Bildschirm“.',
    other: 'Im Menü des Browsers „Installieren“ oder „Zum Startbildschirm hinzufügen“ wählen.',
  },
  prepare: {
    title: 'Für die Halle',
    intro: 'In der Halle kein Netz? Vorher einmal vorbereiten, dann geht hier alles auch ohne.',
    introTraining: 'Am Ort kein Netz? Vorher einmal vorbereiten, dann geht die Anwesenheit auch ohne.',
    action: 'Für die Halle vorbereiten',
    titleTraining: 'Ohne Netz am Ort',
    actionTraining: 'Anwesenheit vorbereiten',
    again: 'Noch einmal holen',
    since: (when: string) => `Auf diesem Gerät bereit, Stand: ${when} Uhr`,
    testDay: (children: number, tasks: number) =>
      `${counted(children, 'Kind', 'Kinder')} mit Code und Gruppe, ${counted(tasks, 'Aufgabe', 'Aufgaben')}. Keine Namen, keine Ergebnisse.`,
    training: (people: number, days: number) =>
      `${counted(people, 'Person', 'Personen')}, ${counted(days, 'Termin', 'Termine')}.`,
    withoutResults:
      'Ohne Netz steht hier nur, was noch wartet. Schon Übertragenes zeigt sich, sobald das Netz zurück ist.',
    until: 'Beim Abmelden wird es gelöscht.',
    done: 'Vorbereitet. Ab jetzt geht es hier auch ohne Netz.',
    failed: 'Dieser Browser kann nichts auf dem Gerät behalten. In der Halle braucht es hier Netz.',
    pagesMissing: 'Die Seiten selbst werden noch geholt. Bitte gleich noch einmal versuchen.',
  },
};
