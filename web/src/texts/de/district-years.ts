export const districtYears = {
  open: 'Aufteilen, zusammenlegen',
  openLabel: (name: string) => `Aufteilen, zusammenlegen: ${name}`,
  back: 'Stadtbezirke',
  title: (name: string) => `${name} neu ordnen`,
  intro:
    'Einrichtungen auf neue oder andere Stadtbezirke verteilen. Kita-/Schuljahre, die vor dem Tag endeten, zählen weiter nach der alten Einteilung.',
  from: 'Gilt ab',
  fromHint: 'Der erste Tag der neuen Einteilung; heute oder früher.',
  newTitle: 'Neue Stadtbezirke',
  newName: (number: number) => `Name des ${number}. neuen Stadtbezirks`,
  add: 'Neuer Stadtbezirk',
  remove: (name: string) => `${name || 'Neuen Stadtbezirk'} entfernen`,
  unnamed: (number: number) => `${number}. neuer Stadtbezirk`,
  houses: 'Einrichtungen verteilen',
  none: 'In diesem Stadtbezirk liegt keine Einrichtung.',
  target: (house: string) => `Wohin gehört ${house}?`,
  stays: (name: string) => `bleibt in ${name}`,
  all: 'Alle auf einmal',
  archive: (name: string) => `${name} gibt es danach nicht mehr`,
  archiveHint:
    'Alle Einrichtungen müssen dafür verteilt sein. In alten Jahren bleibt der Stadtbezirk zu sehen.',
  submit: 'Neu ordnen',
  question: (name: string) => `${name} wirklich neu ordnen?`,
  summary: (moved: number, from: string) =>
    moved === 0
      ? 'Keine Einrichtung zieht um.'
      : `${moved === 1 ? 'Eine Einrichtung zieht' : `${moved} Einrichtungen ziehen`} zum ${from} um.`,
  made: (names: string) => `Neu entsteht: ${names}.`,
  ends: (name: string) => `${name} gibt es danach nicht mehr.`,
  counts: 'Ab dann zählen alle Zahlen nach der neuen Einteilung.',
  done: (moved: number) =>
    moved === 1 ? 'Eine Einrichtung ist umgezogen.' : `${moved} Einrichtungen sind umgezogen.`,
  history: 'Bisher',
  nameSince: (name: string, day: string) => `ab ${day}: ${name}`,
  nameEver: (name: string) => `von Anfang an: ${name}`,
  move: (day: string, house: string, from: string, to: string) => `${day}: ${house} von ${from} nach ${to}`,
  rename: {
    since: 'Der neue Name gilt',
    day: 'ab einem Tag (umbenannt)',
    ever: 'schon immer (der alte war ein Tippfehler)',
    from: 'Umbenannt am',
  },
};
