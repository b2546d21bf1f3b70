const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

export const merging = {
  since: 'seit',
  open: 'Doppelt erfasst? Zusammenführen',
  title: 'Einrichtungen zusammenführen',
  intro: 'Aus zwei Einträgen für dieselbe Einrichtung wird einer.',
  back: 'Zur Einrichtung',
  hintTitle: 'Doppelt erfasst?',
  hint: (first: string, second: string) => `${first} und ${second}`,
  reasons: { name: 'gleicher Name', address: 'gleiche Adresse' } as Record<string, string>,
  compare: 'Vergleichen',
  compareLabel: (first: string, second: string) => `${first} und ${second} vergleichen`,
  stays: 'Bleibt',
  vanishes: 'Geht darin auf',
  swap: 'Seiten tauschen',
  counts: (groups: string, activities: string, people: string, runs: string) =>
    [
      groups,
      counted(activities, 'Aktivität', 'Aktivitäten'),
      counted(people, 'Person', 'Personen'),
      counted(runs, 'Teilnahme', 'Teilnahmen'),
    ].join(', '),
  fields: 'Worin sie sich unterscheiden',
  same: 'Die Angaben sind auf beiden Seiten gleich.',
  empty: 'leer',
  joined:
    'Diese Gruppen gibt es auf beiden Seiten. Ihre Aktivitäten kommen zusammen, die erste Größe bleibt:',
  joinedLine: (name: string, year: string, staying: string, vanishing: string) =>
    `${name} (${year}): ${staying} und ${vanishing} Kinder`,
  runs: 'Beide haben zur selben Zeit teilgenommen. Welche Teilnahme bleibt?',
  stayingRun: (name: string) => `die des Eintrags, der bleibt: ${name}`,
  vanishingRun: (name: string) => `die des Eintrags, der aufgeht: ${name}`,
  runsMissing: 'Bitte auswählen, welche Teilnahme bleibt.',
  warning:
    'Das lässt sich nicht rückgängig machen. Gruppen, Aktivitäten, Personen, Teilnahmen und Termine ziehen um; der zweite Eintrag führt danach zum ersten.',
  submit: 'Zusammenführen',
  question: (vanishing: string, staying: string) => `${vanishing} in ${staying} aufgehen lassen?`,
  done: (name: string) => `${name} ist jetzt ein Eintrag.`,
};
