/** Who is reached less? */
export const equity = {
  nav: 'Chancen',
  title: 'Chancen',
  intro:
    'Kommt das Programm dort an, wo es am meisten gebraucht wird? Verglichen werden Gruppen von Einrichtungen, nie einzelne.',
  figure: 'Kennzahl',
  dimension: 'Vergleichen nach',
  figures: {
    institutions: 'Reichweite: Einrichtungen',
    children: 'Reichweite: Kinder',
    dose: 'Minuten je Gruppe und Woche',
    modules: 'Module je Einrichtung',
    trained: 'Geschulte Fachkräfte',
  },
  dimensions: {
    situation: 'Soziale Lage',
    index: 'Schulsozialindex',
    district: 'Stadtbezirk',
    provider: 'Träger',
    familyCentre: 'Familienzentrum',
  },
  /** Where a comparison is about some houses only. */
  only: {
    index: 'Nur Schulen: Kitas haben keinen Sozialindex.',
    familyCentre: 'Nur Kitas: Schulen sind keine Familienzentren.',
  },
  chart: (figure: string, dimension: string) => `${figure} nach ${dimension}`,
  by: {
    situation: 'sozialer Lage',
    index: 'Schulsozialindex',
    district: 'Stadtbezirk',
    provider: 'Träger',
    familyCentre: 'Familienzentrum',
  },
  group: 'Gruppe',
  houses: 'Einrichtungen',
  difference: 'Abstand zum Durchschnitt',
  differencePoints: 'Abstand zum Durchschnitt in Prozentpunkten',
  average: (value: string) => `Durchschnitt: ${value}`,
  averageRow: 'Alle zusammen',
  shareCounts: (value: string, part: string, whole: string) => `${value} (${part} von ${whole})`,
  ratioCounts: (value: string, part: string, whole: string) => `${value} (${part} : ${whole})`,
  few: 'wenige Einrichtungen, vorsichtig lesen',
  single: 'nur 1 Einrichtung',
  none: 'noch keine Zahlen',
  legend: {
    group: 'Gruppe von Einrichtungen',
    few: 'weniger als 5 Einrichtungen: vorsichtig lesen',
    missing: 'ohne Angabe',
  },
  /** The group at the start of a sentence, and in its second half. */
  where: {
    situation: (words: string): [string, string] => [
      `Wo die soziale Lage ${words} ist,`,
      `wo sie ${words} ist,`,
    ],
    index: (words: string): [string, string] => [
      `An Schulen mit Sozialindex ${words}`,
      `an denen mit ${words}`,
    ],
    district: (words: string): [string, string] => [`Im Stadtbezirk ${words}`, `im Stadtbezirk ${words}`],
    provider: (words: string): [string, string] => [
      `In Einrichtungen mit dem Träger „${words}“`,
      `in denen mit „${words}“`,
    ],
    familyCentre: (_words: string, value: string): [string, string] =>
      value === 'true'
        ? ['In Familienzentren', 'in Familienzentren']
        : ['In Kitas, die kein Familienzentrum sind,', 'in Kitas, die kein Familienzentrum sind,'],
  },
  /** What is so in the first group, and in the second. */
  says: {
    institutions: {
      first: (value: string, part: string, whole: string) =>
        `erreichen wir ${part} von ${whole} Einrichtungen (${value})`,
      second: (value: string, part: string, whole: string) => `${part} von ${whole} (${value})`,
    },
    children: {
      first: (value: string, part: string, whole: string) =>
        `erreichen wir ${part} von ${whole} Kindern (${value})`,
      second: (value: string, part: string, whole: string) => `${part} von ${whole} (${value})`,
    },
    dose: {
      first: (value: string, part: string, whole: string) =>
        `kommen auf jede aktive Gruppe ${value} Minuten in der Woche (${part} Minuten in ${whole} Gruppenwochen)`,
      second: (value: string, part: string, whole: string) =>
        `${value} (${part} Minuten in ${whole} Gruppenwochen)`,
    },
    modules: {
      first: (value: string, part: string, whole: string) =>
        `kommen auf jede Einrichtung ${value} Module (${part} Module, ${whole} Einrichtungen)`,
      second: (value: string, part: string, whole: string) =>
        `${value} (${part} Module, ${whole} Einrichtungen)`,
    },
    trained: {
      first: (value: string, part: string, whole: string) =>
        `${part === '1' ? 'ist' : 'sind'} ${part} von ${whole} Fachkräften geschult (${value})`,
      second: (value: string, part: string, whole: string) => `${part} von ${whole} (${value})`,
    },
  },
  points: (points: string) => (points === '1' ? '1 Prozentpunkt' : `${points} Prozentpunkte`),
  less: {
    dose: (value: string) => `${value} Minuten`,
    modules: (value: string) => `${value} Module je Einrichtung`,
  },
  gap: (first: string, second: string, difference: string, ratio: string) =>
    `${first}, ${second}: ${difference} weniger, das ${ratio}-Fache.`,
  gapFromNothing: (first: string, second: string, difference: string) =>
    `${first}, ${second}: ${difference} weniger.`,
  equal: 'Zwischen den Gruppen gibt es keinen Unterschied.',
  gapTitle: 'Wo erreichen wir weniger?',
  noGap: 'Für einen Vergleich braucht es mindestens zwei Gruppen mit Zahlen.',
  fewInGap:
    'Dabei sind Gruppen mit weniger als 5 Einrichtungen: Ein einzelnes Haus verändert den Wert stark.',
  missing: (count: string) =>
    `Ohne Angabe: ${count} Einrichtungen. Sie stehen in keiner Gruppe, zählen aber im Durchschnitt mit.`,
  oneMissing: 'Ohne Angabe: 1 Einrichtung. Sie steht in keiner Gruppe, zählt aber im Durchschnitt mit.',
  reading:
    'Ein Unterschied zeigt, wo genauer hingesehen werden sollte. Er sagt nicht, woran es liegt, und nichts über einzelne Einrichtungen.',
  emptyTitle: 'Noch nichts zu vergleichen',
  emptyText: 'Der Vergleich füllt sich, sobald Kitas und Schulen angelegt sind und teilnehmen.',
};
