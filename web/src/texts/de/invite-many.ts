export const inviteMany = {
  action: 'Mehrere einladen',
  title: 'Mehrere einladen',
  intro:
    'Eine Tabelle mit Namen, E-Mail-Adressen, Rollen und Einrichtungen als CSV-Datei, höchstens 500 Personen. Vor dem Einladen ist zu sehen, was geschieht.',
  template: 'Vorlage herunterladen',
  file: 'CSV-Datei',
  filePlaceholder: 'Datei auswählen',
  municipality: 'Kommune',
  look: 'Vorschau ansehen',
  fileMissing: 'Bitte eine Datei auswählen.',
  previewTitle: 'Vorschau',
  previewCaption: 'Was aus jeder Zeile wird',
  row: 'Zeile',
  person: 'Person',
  role: 'Rolle',
  outcome: 'Was geschieht',
  statuses: {
    new: 'wird eingeladen',
    has_role: 'hat die Rolle schon',
    invited: 'ist schon eingeladen',
    wrong: 'nicht richtig',
  },
  counts: (good: number, same: number, wrong: number) =>
    [
      good === 1 ? '1 Person wird eingeladen' : `${good} Personen werden eingeladen`,
      same > 0 && `${same} ohne Änderung`,
      wrong > 0 && (wrong === 1 ? '1 Zeile ist nicht richtig' : `${wrong} Zeilen sind nicht richtig`),
    ]
      .filter(Boolean)
      .join(' · '),
  inCell: (column: string, value: string) => `${column}: „${value}“`,
  invite: (count: number) => (count === 1 ? '1 Person einladen' : `${count} Personen einladen`),
  inviteGood: (count: number) =>
    count === 1
      ? 'Nur die richtige Zeile: 1 Person einladen'
      : `Nur die richtigen Zeilen: ${count} Personen einladen`,
  nobodyNew: 'In dieser Datei ist niemand, der neu einzuladen wäre.',
  otherFile: 'Andere Datei',
  doneTitle: (count: number) =>
    count === 1 ? '1 Person ist eingeladen' : `${count} Personen sind eingeladen`,
  mailing:
    'Die E-Mails mit den Links werden jetzt verschickt. Bei den offenen Einladungen steht, welche schon unterwegs sind.',
  once: 'Die Links werden nur jetzt angezeigt und gelten 24 Stunden: als Zettel zum Ausdrucken und Verteilen oder als Tabelle.',
  print: 'Einladungszettel drucken',
  links: 'Links als CSV herunterladen',
  linksFile: 'olympia-ruft_einladungen.csv',
  linkColumns: ['Einrichtung', 'Name', 'E-Mail', 'Rolle', 'Link', 'Gültig bis'],
  slipTitle: 'Zugang zu „Olympia ruft“',
  slipText:
    'Diesen Code mit der Kamera des Handys scannen oder den Link im Browser eingeben. Er gilt nur einmal.',
  slipQr: (name: string) => `QR-Code mit dem Einladungslink für ${name}`,
  slips: 'Einladungszettel',
  validUntil: (when: string) => `Gültig bis ${when} Uhr`,
  toPeople: 'Zu den Personen',
};
