/** What every chart can do. */
export const charts = {
  asTable: 'Als Tabelle',
  asChart: 'Als Diagramm',
  noData: 'In diesem Zeitraum steht noch nichts.',
  save: 'Speichern',
  picture: 'Bild (PNG)',
  csv: 'Tabelle für Excel (CSV)',
  pictureSaved: 'Das Bild ist gespeichert.',
  source: (what: string) => `Olympia ruft · ${what}`,
  asOf: (date: string) => `Stand ${date}`,
  shareColumn: (title: string) => `${title} in %`,
  barLength: (what: string) => `Länge der Balken: ${what}`,
};
