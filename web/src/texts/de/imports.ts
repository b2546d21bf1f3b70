const rowCount = (count: string) => (count === '1' ? '1 Zeile' : `${count} Zeilen`);

export const imports = {
  kinds: {
    institutions: {
      title: 'Einrichtungen aus einer Datei einlesen',
      intro:
        'Die Liste der Kitas und Schulen aus einer Tabelle übernehmen. Zuerst kommt eine Vorschau, gespeichert wird erst danach.',
      open: 'Aus Datei einlesen',
      backToList: 'Alle Einrichtungen',
      items: (count: string) => (count === '1' ? '1 Einrichtung' : `${count} Einrichtungen`),
      again:
        'Eine Einrichtung wird an ihrer Schulnummer oder ihrem Kurzzeichen wiedererkannt, sonst an ihrem Namen. Wer dieselbe Datei noch einmal einliest, legt deshalb nichts doppelt an. Leere Zellen ändern nichts.',
      toList: 'Zur Liste der Einrichtungen',
    },
    groups: {
      title: 'Gruppen aus einer Datei einlesen',
      intro:
        'Gruppen und Klassen aus einer Tabelle übernehmen. Zuerst kommt eine Vorschau, gespeichert wird erst danach.',
      open: 'Aus Datei einlesen',
      backToList: 'Gruppen und Klassen',
      items: (count: string) => (count === '1' ? '1 Gruppe' : `${count} Gruppen`),
      again:
        'Eine Gruppe wird an Einrichtung, Kita-/Schuljahr und Name wiedererkannt. Wer dieselbe Datei noch einmal einliest, legt deshalb nichts doppelt an.',
      toList: 'Zu den Gruppen',
    },
  },
  otherKind: {
    institutions: 'Gruppen und Klassen aus einer Datei einlesen',
    groups: 'Einrichtungen aus einer Datei einlesen',
  },
  upload: {
    title: 'Datei auswählen',
    municipality: 'Kommune',
    chooseMunicipality: 'Bitte wählen',
    choose: 'CSV-Datei auswählen',
    drop: 'oder die Datei hierher ziehen',
    dropNow: 'Jetzt loslassen',
    limits: 'CSV, höchstens 5 MB und 5.000 Zeilen.',
    excelTitle: 'Die Liste ist in Excel?',
    excel: 'In Excel: Datei → Speichern unter → Dateityp „CSV UTF-8 (durch Trennzeichen getrennt)“ wählen.',
    sending: (name: string) => `${name} wird hochgeladen …`,
    judging: (name: string) => `${name} wird geprüft …`,
    progress: 'Fortschritt',
    tooLarge: 'Die Datei ist zu groß. Erlaubt sind höchstens 5 MB.',
    unreadable: 'Die Datei ließ sich nicht lesen. Wurde sie verschoben? Bitte noch einmal auswählen.',
    single: 'Lieber einzeln anlegen',
  },
  template: {
    title: 'Welche Spalten es gibt',
    download: 'Vorlage herunterladen',
    text: 'Die Vorlage öffnet sich in Excel; die Zeile mit dem Beispiel bitte überschreiben. Eine eigene Tabelle geht auch: Die Reihenfolge ist egal, und andere Spaltennamen lassen sich zuordnen.',
    show: 'Alle Spalten erklären',
    hide: 'Erklärungen ausblenden',
    column: 'Spalte',
    hint: 'Was darin steht',
    example: 'Beispiel',
    required: 'nötig',
  },
  list: {
    title: 'Bisher eingelesen',
    empty:
      'Noch nichts. Hier steht später, was wann eingelesen wurde; nach einem Entwurf lässt sich hier weitermachen.',
    file: 'Datei',
    when: 'Hochgeladen',
    state: 'Stand',
    rows: 'Zeilen',
    unnamed: 'Datei ohne Namen',
  },
  states: {
    ready: 'noch nicht eingelesen',
    committing: 'wird eingelesen',
    done: 'eingelesen',
    undone: 'zurückgenommen',
  },
  page: {
    back: {
      institutions: 'Einrichtungen einlesen',
      groups: 'Gruppen einlesen',
    },
    loadingTitle: 'Datei einlesen',
    intro: (rows: string, encoding: string, delimiter: string) =>
      `${rowCount(rows)}, gelesen als ${encoding}, getrennt durch ${delimiter}.`,
    goneTitle: 'Diese Datei ist nicht mehr da',
    goneText:
      'Eine Datei, die nicht eingelesen wurde, wird nach einem Tag gelöscht. Bitte noch einmal hochladen.',
    keptUntil: (when: string) =>
      `Diese Vorschau bleibt bis ${when} hier, auch wenn die Seite verlassen wird.`,
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    'windows-1252': 'Windows-1252',
  },
  delimiters: { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator' },
  mapping: {
    title: 'Spalten der Datei',
    allFound: (count: string) => `Alle ${count} Spalten sind zugeordnet.`,
    someFound: (found: string, count: string, ignored: string) =>
      `${found} von ${count} Spalten sind zugeordnet. Nicht gelesen: ${ignored}.`,
    missing: (fields: string) =>
      `Für neue Einträge fehlt noch: ${fields}. Bitte unten zuordnen, in welcher Spalte das steht.`,
    show: 'Zuordnung ändern',
    hide: 'Zuordnung ausblenden',
    columnLabel: (column: string) => `Spalte „${column}“ ist`,
    samples: (cells: string) => `Zum Beispiel: ${cells}`,
    noSamples: 'In dieser Spalte steht nichts.',
    ignore: 'nicht lesen',
    takenBy: (field: string, column: string) => `${field} (bisher „${column}“)`,
    required: (field: string) => `${field} *`,
    requiredNote: 'Angaben mit * brauchen neue Einträge.',
    save: 'Zuordnung übernehmen',
    remembered: 'Die Zuordnung wird gemerkt: für die nächste Datei mit denselben Spaltennamen.',
    saved: 'Die Zuordnung ist übernommen und gemerkt. Die Vorschau ist neu.',
    discard: 'Änderungen verwerfen',
  },
  outcome: {
    title: 'Was passieren wird',
    label: 'Zeilen nach Ergebnis',
    new: 'neu',
    changed: 'geändert',
    unchanged: 'unverändert',
    wrong: 'falsch',
  },
  decision: {
    summary: (created: string, changed: string) => `${created} anlegen, ${changed} ändern`,
    onlyCreate: (created: string) => `${created} anlegen`,
    onlyChange: (changed: string) => `${changed} ändern`,
    commit: 'Jetzt einlesen',
    committing: 'Wird eingelesen …',
    committingText:
      'Das dauert wenige Sekunden. Diese Seite kann verlassen werden; in der Liste „Bisher eingelesen“ steht, wie es ausging.',
    nothingTitle: 'Alles ist schon so eingetragen',
    nothingText: 'Diese Datei ändert nichts.',
    wrongTitle: (count: string) => (count === '1' ? 'Eine Zeile ist falsch' : `${count} Zeilen sind falsch`),
    wrongText:
      'Solange etwas falsch ist, wird nichts gespeichert. Am besten die Datei verbessern und noch einmal hochladen.',
    unassigned:
      'Zuerst oben zuordnen, welche Spalte was enthält; danach wird die Vorschau neu berechnet. Oder eine andere Datei hochladen.',
    uploadAgain: 'Verbesserte Datei hochladen',
    download: 'Falsche Zeilen als CSV',
    downloadText:
      'In der CSV stehen nur die falschen Zeilen, jede mit dem, was zu ändern ist. Verbessert lässt sie sich genauso hochladen.',
    onlyGood: 'Nur die fehlerfreien Zeilen übernehmen',
    onlyGoodQuestion: 'Nur die fehlerfreien Zeilen übernehmen?',
    onlyGoodText: (doing: string, wrong: string) =>
      `${doing}. ${rowCount(wrong)} mit Fehlern ${wrong === '1' ? 'bleibt' : 'bleiben'} draußen und ${wrong === '1' ? 'kann' : 'können'} später nachgereicht werden.`,
    outdated: 'Inzwischen hat sich etwas geändert',
  },
  rows: {
    title: {
      new: 'Neue Einträge',
      changed: 'Geänderte Einträge',
      unchanged: 'Unveränderte Einträge',
      wrong: 'Falsche Zeilen',
    },
    empty: {
      new: 'Nichts in der Datei ist neu.',
      changed: 'Nichts in der Datei ändert etwas Gespeichertes.',
      unchanged: 'Nichts in der Datei ist schon genau so gespeichert.',
      wrong: 'Keine Zeile ist falsch.',
    },
    row: (number: string) => `Zeile ${number}`,
    unnamed: 'ohne Namen',
    column: (header: string) => `Spalte „${header}“`,
    wholeRow: 'Ganze Zeile',
    missingColumn: 'Fehlt in der Datei',
    value: (value: string) => `steht: „${value}“`,
    noValue: 'ist leer',
    becomes: 'wird zu',
    blank: 'leer',
    unchangedRow: 'ist schon genau so gespeichert',
  },
  result: {
    title: 'Eingelesen',
    done: (when: string) => `Am ${when} eingelesen.`,
    created: 'angelegt',
    changed: 'geändert',
    unchanged: 'unverändert',
    skipped: 'falsch, ausgelassen',
    skippedText: 'Die ausgelassenen Zeilen gibt es noch einen Tag lang als CSV zum Verbessern.',
    uploadNext: 'Nächste Datei einlesen',
  },
  undo: {
    title: 'War das ein Versehen?',
    text: (until: string) =>
      `Bis ${until} lässt sich alles zurücknehmen, was diese Datei angelegt und geändert hat – solange nichts darauf aufbaut, etwa Gruppen, eine Teilnahme oder eine spätere Änderung.`,
    nothing: 'Diese Datei hat nichts geändert, also gibt es nichts zurückzunehmen.',
    button: 'Alles zurücknehmen',
    question: 'Alles zurücknehmen, was diese Datei geändert hat?',
    explain: (created: string, changed: string) =>
      `Was neu angelegt wurde (${created}), wird gelöscht. Was geändert wurde (${changed}), bekommt seine alten Werte zurück.`,
    yes: 'Zurücknehmen',
    refused: 'Zurücknehmen geht nicht mehr',
    done: 'Zurückgenommen. Es ist wieder wie vorher.',
    undone: (when: string) => `Am ${when} zurückgenommen: Alles ist wieder wie vor dem Einlesen.`,
    uploadAgain: 'Datei noch einmal hochladen',
  },
};
