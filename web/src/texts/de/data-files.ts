/** Everything that can be taken along as a file. */
export const dataFiles = {
  nav: 'Daten',
  title: 'Daten und Dateien',
  intro: 'Alle Listen und Kennzahlen als Dateien: für Excel und LibreOffice oder für eigene Auswertungen.',
  allYears: 'Alle Jahre',
  allYearsNote:
    'Ohne Auswahl eines Jahres stehen Kennzahlen und Zahlen je Einrichtung für das laufende Kita-/Schuljahr.',
  package: {
    title: 'Datenpaket',
    text: 'Alle Tabellen auf dem Stand eines Augenblicks in einer ZIP-Datei, mit dem Codebuch und einer kurzen Erklärung. Für R, Python und andere Programme.',
    children:
      'Darin stehen auch die Ergebnisse einzelner Kinder der eigenen Einrichtung, ohne Namen. Bitte nicht weitergeben.',
    noChildren: 'Über einzelne Kinder steht nichts darin.',
    download: 'Datenpaket laden (ZIP)',
  },
  codebook: {
    title: 'Codebuch',
    text: 'Was jede Spalte jeder Datei bedeutet: Typ, Einheit, mögliche Werte und ihre Bedeutung.',
    html: 'Codebuch (HTML)',
    csv: 'Codebuch (CSV)',
  },
  types: { xlsx: 'Excel', people: 'CSV', machine: 'CSV (Codes)' },
  typesNote:
    'Excel: mit einem Blatt, auf dem Filter, Tag und Zeilenzahl stehen. CSV: mit deutschen Spalten, Semikolon und Dezimalkomma. CSV (Codes): für Programme, mit Codes, Komma und Dezimalpunkt, wie im Codebuch beschrieben.',
  label: (file: string, type: string) => `${file}: ${type}`,
  groupBy: 'Kennzahlen nach',
  notDivided: 'nicht aufgeteilt',
  dimensions: {
    municipality: 'Kommune',
    district: 'Stadtbezirk',
    kind: 'Art der Einrichtung',
    provider_kind: 'Träger',
    family_centre: 'Familienzentrum',
    social_index_group: 'Schulsozialindex',
    social_situation: 'Soziale Lage',
  },
  sections: {
    houses: { title: 'Einrichtungen' },
    programme: { title: 'Bewegung, Module und Beratung' },
    training: { title: 'Fortbildung' },
    figures: { title: 'Kennzahlen', text: 'Mit Zähler und Nenner, im Vergleich zum Vorjahr.' },
    city: { title: 'Ziele und Kalender' },
    people: {
      title: 'Personen',
      text: 'Mit Namen. Nur dort ablegen, wo sie geschützt sind, und löschen, wenn sie nicht mehr gebraucht werden.',
    },
    tests: {
      title: 'Testungen',
      text: 'Kinder der eigenen Einrichtung, ohne Namen. Bitte nicht weitergeben.',
    },
  },
  files: {
    institutions: {
      title: 'Einrichtungen',
      text: 'Stammdaten, Teilnahme und Zahlen jeder Kita und Schule.',
    },
    groups: { title: 'Gruppen und Klassen', text: 'Jede Gruppe mit ihrer Einrichtung und Größe.' },
    'group-years': {
      title: 'Gruppenstand',
      text: 'Welche Einrichtung ihre Gruppen für das Jahr bestätigt hat.',
    },
    'closing-days': { title: 'Schließtage', text: 'Wann welche Einrichtung geschlossen ist.' },
    activities: {
      title: 'Aktivitäten',
      text: 'Jeder Eintrag: wann, mit welcher Gruppe, was und wie lange.',
    },
    bookings: { title: 'Modulwahl', text: 'Welche Module gewählt, geplant und durchgeführt wurden.' },
    'coach-contacts': {
      title: 'Beratungen',
      text: 'Gespräche der Coaches mit den Einrichtungen und nächste Schritte.',
    },
    modules: { title: 'Modulkatalog', text: 'Alle Module mit Zielgruppe, Format und Schwerpunkt.' },
    trainings: { title: 'Fortbildungen', text: 'Jede Fortbildung mit Terminen, Plätzen und Anmeldungen.' },
    attendance: {
      title: 'Anwesenheit',
      text: 'Jede Anmeldung zu einem Termin, mit Namen nur für die, die sie sehen dürfen.',
    },
    completeness: {
      title: 'Meldequote je Einrichtung',
      text: 'Erwartete, gemeldete und rechtzeitig gemeldete Wochen, Monat für Monat.',
    },
    'trained-staff': {
      title: 'Fortgebildete Fachkräfte',
      text: 'Wie viele Fachkräfte je Einrichtung fortgebildet sind, ohne Namen.',
    },
    'reports/headline': { title: 'Auf einen Blick', text: 'Die Zahlen des Programms in einer Reihe.' },
    'reports/reach': {
      title: 'Reichweite',
      text: 'Wie viele Einrichtungen, Gruppen und Kinder erreicht werden.',
    },
    'reports/dose': { title: 'Umfang', text: 'Bewegungsminuten je Gruppe und Woche.' },
    'reports/adoption': {
      title: 'Modulwahl je Einrichtung',
      text: 'Wie viele Module gewählt sind, und für wen.',
    },
    'reports/fidelity': { title: 'Umsetzung', text: 'Wie viele geplante Module durchgeführt wurden.' },
    'reports/training': {
      title: 'Fortbildung',
      text: 'Fortgebildete Fachkräfte und besuchte Unterrichtseinheiten.',
    },
    'reports/coaching': {
      title: 'Beratung',
      text: 'Beratungen und Stunden je Einrichtung, und wie lange die letzte her ist.',
    },
    'reports/reporting-rate': {
      title: 'Meldequote',
      text: 'Wie viele Wochen eingetragen sind, und ob rechtzeitig.',
    },
    'reports/maintenance': {
      title: 'Fortführung',
      text: 'Wie viele Einrichtungen nach einem Jahr weiter aktiv sind.',
    },
    'motor-skills': {
      title: 'Motorik',
      text: 'Veröffentlichte Zahlen über Kinder: gerundet auf 5; Werte bis 7 nicht ausgewiesen.',
    },
    targets: { title: 'Ziele', text: 'Was sich die Kommune für ein Kita-/Schuljahr vornimmt.' },
    districts: { title: 'Stadtbezirke', text: 'Die Stadtbezirke in der Reihenfolge der Kommune.' },
    'school-holidays': { title: 'Schulferien', text: 'Die Ferien, die bei den Wochen nicht zählen.' },
    staff: { title: 'Fachkräfte', text: 'Wer in welcher Einrichtung arbeitet.' },
    accounts: { title: 'Konten', text: 'Wer sich anmelden kann, mit welcher Rolle und wo.' },
    certificates: { title: 'Bescheinigungen', text: 'Ausgestellte Bescheinigungen mit ihren Nummern.' },
    mails: { title: 'Nachrichten', text: 'Verschickte E-Mails und ob sie angekommen sind, ohne ihren Text.' },
    'audit-events': { title: 'Protokoll', text: 'Wer wann was geändert hat.' },
    'assessments-wide': {
      title: 'Ergebnisse je Kind',
      text: 'Eine Zeile je Kind und Zeitpunkt, für Tabellen.',
    },
    'assessments-long': { title: 'Alle Versuche', text: 'Eine Zeile je Versuch, für Auswertungen.' },
  },
};
