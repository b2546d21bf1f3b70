/*
 * The tasks, versions and batteries that come with the product. How a task is done is told in our own words, from what is publicly
 * known about it; no manual was copied. Ids are fixed: every installation knows a version by the same one.
 */

export interface ShippedItem {
  code: string;
  title: string;
  /** The task's name in files with norms. */
  normKey: string | null;
}

export interface ShippedProtocol {
  id: string;
  itemCode: string;
  title: string;
  instructions: string;
  /** What is counted, and what is a failed try. */
  counting: string;
  material: string | null;
  unit: 'jumps' | 'cm' | 'steps' | 'count' | 's' | 'm' | 'contacts' | 'yes_no';
  better: 'higher' | 'lower' | null;
  rule: 'best' | 'mean' | 'sum' | 'single' | 'done';
  trials: number;
  trialLabels?: string[];
  /** Of a single trial. */
  min: number;
  max: number;
  step: number;
  ceiling?: number;
  timer: 'none' | 'stopwatch' | 'countdown' | 'laps';
  timerSeconds?: number;
  lapMetres?: number;
}

export interface ShippedBattery {
  id: string;
  code: string;
  title: string;
  description: string;
  kinds: string[];
  ageFrom: number;
  ageTo: number;
  source: string;
  /** In the order in which they are offered. */
  items: { itemCode: string; optional?: boolean }[];
}

const KIBAZ_STATIONS = Array.from({ length: 10 }, (_, index) => index + 1);

export const ITEMS: ShippedItem[] = [
  { code: 'EBS', title: 'Einbeinstand', normKey: 'one_leg_stand_60s' },
  { code: 'SHH', title: 'Seitliches Hin- und Herspringen', normKey: 'jumping_sideways_mean' },
  { code: 'SWS', title: 'Standweitsprung', normKey: 'standing_long_jump' },
  { code: 'BR', title: 'Balancieren rückwärts', normKey: 'balance_backwards' },
  { code: 'RB', title: 'Rumpfbeuge', normKey: 'stand_and_reach' },
  { code: 'LS', title: 'Liegestütz', normKey: 'push_ups_40s' },
  { code: 'SU', title: 'Sit-ups', normKey: 'sit_ups_40s' },
  { code: 'S20', title: '20-m-Sprint', normKey: 'sprint_20m' },
  { code: 'R6', title: '6-Minuten-Lauf', normKey: 'run_6min' },
  { code: 'STAR', title: 'Sternlauf', normKey: 'star_run_9x9m' },
  { code: 'BPT', title: 'Medizinballstoßen', normKey: 'ball_push_1kg' },
  ...KIBAZ_STATIONS.map((n) => ({ code: `KIBAZ-${n}`, title: `Kibaz-Station ${n}`, normKey: null })),
];

/** `…0003` is the third task's first version. */
function protocolId(n: number): string {
  return `7e570000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const PROTOCOLS: ShippedProtocol[] = [
  {
    id: protocolId(1),
    itemCode: 'EBS',
    title: 'Einbeinstand auf der Schiene, 60 Sekunden',
    instructions:
      'Das Kind sucht sich ein Standbein aus und probiert es kurz. Dann steht es mit diesem Fuß längs auf der Schiene, der andere Fuß bleibt in der Luft, die Arme dürfen ausgleichen. Sobald das Kind sicher steht, beginnt die Minute. Berührt der freie Fuß den Boden, geht das Kind gleich wieder in den Stand; die Zeit läuft weiter.',
    counting:
      'Gezählt wird jede Berührung des Bodens mit dem freien Fuß; keine Berührung ist das beste Ergebnis. Ein Fehlversuch ist es, wenn das Kind abbricht, sich festhält oder gestört wird: nach einer Pause noch einmal.',
    material: 'Schiene, etwa 3 cm breit, auf rutschfestem Boden; Uhr',
    ...{ unit: 'contacts', better: 'lower', rule: 'single', trials: 1, min: 0, max: 60, step: 1 },
    ...{ timer: 'countdown', timerSeconds: 60 },
  },
  {
    id: protocolId(2),
    itemCode: 'SHH',
    title: 'Seitliches Hin- und Herspringen, 2 × 15 Sekunden, Mittelwert',
    instructions:
      'Auf dem Boden ist ein Feld von 50 × 100 cm mit einer Mittellinie. Das Kind steht mit beiden Füßen auf einer Seite der Linie und springt 15 Sekunden lang so schnell wie möglich mit beiden Füßen zugleich hin und her. Vorher darf es fünf Sprünge üben. Zwischen den beiden Versuchen ist mindestens eine Minute Pause.',
    counting:
      'Gezählt wird jeder Sprung über die Linie (hin ist eins, her ist zwei). Nicht gezählt werden Sprünge auf die Linie, aus dem Feld hinaus oder mit einem Fuß. Das Ergebnis ist der Mittelwert beider Versuche. Ein Fehlversuch ist es, wenn das Kind abbricht oder gestört wird.',
    material: 'Klebeband oder Matte mit Feld 50 × 100 cm und Mittellinie; Uhr',
    ...{ unit: 'jumps', better: 'higher', rule: 'mean', trials: 2, min: 0, max: 60, step: 1 },
    ...{ timer: 'countdown', timerSeconds: 15 },
  },
  {
    id: protocolId(3),
    itemCode: 'SWS',
    title: 'Standweitsprung, der weitere von 2 Sprüngen',
    instructions:
      'Das Kind steht mit den Fußspitzen an der Linie, beide Füße nebeneinander. Es holt mit den Armen Schwung, springt mit beiden Füßen ab und landet auf beiden Füßen. Zwei Versuche nacheinander.',
    counting:
      'Gemessen wird von der Linie bis zur hintersten Ferse, in ganzen Zentimetern. Der weitere Sprung zählt. Ein Fehlversuch ist es, wenn das Kind mit einem Fuß abspringt, übertritt oder nach hinten fällt oder greift: der Sprung wird wiederholt.',
    material: 'Linie auf rutschfestem Boden, Maßband',
    ...{ unit: 'cm', better: 'higher', rule: 'best', trials: 2, min: 5, max: 260, step: 1 },
    timer: 'none',
  },
  {
    id: protocolId(4),
    itemCode: 'BR',
    title: 'Balancieren rückwärts über 3 Balken, je 2 Versuche, Summe',
    instructions:
      'Drei Balken von 3 m Länge: 6 cm, 4,5 cm und 3 cm breit, der breiteste zuerst. Auf jedem Balken geht das Kind einmal vorwärts und rückwärts zur Probe und dann zweimal rückwärts.',
    counting:
      'Gezählt werden die Schritte rückwärts, bis ein Fuß den Boden berührt, höchstens 8 je Versuch. Der erste Fuß, der auf den Balken gesetzt wird, zählt noch nicht; gezählt wird ab dem zweiten. Wer das Ende mit weniger Schritten erreicht, bekommt 8. Das Ergebnis ist die Summe aller sechs Versuche, höchstens 48. Ein Fehlversuch ist es, wenn das Kind gestört wird.',
    material: 'Balken 6 / 4,5 / 3 cm breit, je 3 m lang, mit Startbrett',
    ...{ unit: 'steps', better: 'higher', rule: 'sum', trials: 6, min: 0, max: 8, step: 1, ceiling: 48 },
    trialLabels: ['6 cm', '4,5 cm', '3 cm'].flatMap((beam) => [
      `${beam} – 1. Versuch`,
      `${beam} – 2. Versuch`,
    ]),
    timer: 'none',
  },
  {
    id: protocolId(5),
    itemCode: 'RB',
    title: 'Rumpfbeuge im Stand, die bessere von 2',
    instructions:
      'Das Kind steht ohne Schuhe auf der Kiste, die Zehen an der vorderen Kante, die Beine gestreckt. Es beugt sich langsam vor, schiebt beide Hände nebeneinander so weit wie möglich nach unten und hält das zwei Sekunden. Zwei Versuche mit einer kurzen Pause.',
    counting:
      'Abgelesen wird, wo die Fingerspitzen sind: Sohle ist 0, darunter zählt plus, darüber minus, auf halbe Zentimeter genau. Der bessere Versuch zählt. Ein Fehlversuch ist es, wenn die Knie gebeugt sind, eine Hand vorausgeht oder nachgefedert wird.',
    material: 'Stabile Kiste mit senkrechter Skala in Zentimetern',
    ...{ unit: 'cm', better: 'higher', rule: 'best', trials: 2, min: -40, max: 40, step: 0.5 },
    timer: 'none',
  },
  {
    id: protocolId(6),
    itemCode: 'LS',
    title: 'Liegestütz, 40 Sekunden',
    instructions:
      'Das Kind liegt auf dem Bauch, die Hände berühren sich auf dem Rücken. Dann setzt es die Hände neben den Schultern auf und drückt sich hoch, bis die Arme gestreckt sind und der Körper gerade ist. Oben löst es eine Hand und berührt damit die andere. Danach legt es sich wieder ab, und die Hände berühren sich auf dem Rücken. Einmal vormachen, zweimal üben.',
    counting:
      'Gezählt wird in 40 Sekunden jedes Mal, wenn sich die Hände hinter dem Rücken wieder berühren. Wer eine Pause braucht, darf sie machen; die Zeit läuft weiter. Nicht gezählt werden Wiederholungen mit durchhängendem Rücken oder ausgelassener Berührung. Ein Fehlversuch ist es, wenn das Kind gestört wird.',
    material: 'Matte, Uhr',
    ...{ unit: 'count', better: 'higher', rule: 'single', trials: 1, min: 0, max: 60, step: 1 },
    ...{ timer: 'countdown', timerSeconds: 40 },
  },
  {
    id: protocolId(7),
    itemCode: 'SU',
    title: 'Sit-ups, 40 Sekunden',
    instructions:
      'Das Kind liegt auf dem Rücken, die Knie sind angewinkelt, die Füße werden festgehalten. Die Finger liegen an den Schläfen, die Ellenbogen zeigen zur Seite. Das Kind richtet sich auf, bis beide Ellenbogen die Knie berühren, und legt sich wieder ab, bis die Schulterblätter die Matte berühren. Zweimal üben.',
    counting:
      'Gezählt wird in 40 Sekunden, wie oft beide Ellenbogen die Knie berühren. Nicht gezählt wird, wenn die Finger den Kopf verlassen oder die Schultern nicht abgelegt waren. Pausen sind erlaubt; die Zeit läuft weiter. Ein Fehlversuch ist es, wenn das Kind gestört wird.',
    material: 'Matte, Uhr; jemand hält die Füße',
    ...{ unit: 'count', better: 'higher', rule: 'single', trials: 1, min: 0, max: 60, step: 1 },
    ...{ timer: 'countdown', timerSeconds: 40 },
  },
  {
    id: protocolId(8),
    itemCode: 'S20',
    title: '20-m-Sprint, die schnellere von 2 Zeiten',
    instructions:
      'Das Kind steht im Hochstart hinter der Linie. Auf das Zeichen läuft es so schnell wie möglich und erst hinter der Ziellinie langsamer; ein Hütchen einige Meter dahinter hilft. Zwei Versuche, dazwischen mindestens zwei Minuten Pause.',
    counting:
      'Gestoppt wird vom Zeichen, bis die Brust über der Ziellinie ist, auf Hundertstelsekunden. Die kürzere Zeit zählt. Ein Fehlversuch ist es, wenn das Kind zu früh losläuft, stürzt oder vor dem Ziel abbremst.',
    material: 'Strecke von 20 m mit Auslauf, Hütchen, Stoppuhr',
    ...{ unit: 's', better: 'lower', rule: 'best', trials: 2, min: 2.5, max: 12, step: 0.01 },
    timer: 'stopwatch',
  },
  {
    id: protocolId(9),
    itemCode: 'R6',
    title: '6-Minuten-Lauf um das Volleyballfeld',
    instructions:
      'Die Kinder laufen sechs Minuten lang um ein Feld von 9 × 18 m (eine Runde sind 54 m), so weit sie können. Gehen ist erlaubt, stehen bleiben nicht. Jede Minute wird angesagt, wie lange es noch dauert. Nach dem Schluss bleibt jedes Kind stehen, wo es gerade ist.',
    counting:
      'Gezählt werden die vollen Runden, dazu die Meter der letzten, angefangenen Runde. Das Ergebnis ist die ganze Strecke in Metern. Ein Fehlversuch ist es, wenn das Kind aufhört oder stürzt und nicht weiterläuft.',
    material: 'Volleyballfeld mit Hütchen an den Ecken, Uhr, Rundenzettel oder Tablet',
    ...{ unit: 'm', better: 'higher', rule: 'single', trials: 1, min: 200, max: 2000, step: 1 },
    ...{ timer: 'laps', timerSeconds: 360, lapMetres: 54 },
  },
  {
    id: protocolId(10),
    itemCode: 'STAR',
    title: 'Sternlauf 9 × 9 m, die schnellere von 2 Zeiten',
    instructions:
      'In einem Feld von 9 × 9 m stehen Markierungen in der Mitte und an den Spitzen des Sterns. Das Kind startet in der Mitte, läuft zu jeder Spitze und wieder zurück zur Mitte. Die Laufart wechselt: vorwärts, rückwärts, seitwärts nach rechts und nach links. Die Reihenfolge wird vorher einmal langsam gemeinsam gegangen. Zwei Versuche mit Pause.',
    counting:
      'Gestoppt wird vom Zeichen, bis das Kind nach der letzten Spitze wieder die Mitte berührt, auf Hundertstelsekunden. Die kürzere Zeit zählt. Ein Fehlversuch ist es, wenn eine Markierung oder eine Laufart ausgelassen wird oder das Kind stürzt.',
    material: 'Fläche von 9 × 9 m, fünf Hütchen, Stoppuhr',
    ...{ unit: 's', better: 'lower', rule: 'best', trials: 2, min: 12, max: 60, step: 0.01 },
    timer: 'stopwatch',
  },
  {
    id: protocolId(11),
    itemCode: 'BPT',
    title: 'Medizinball 1 kg stoßen, der weitere von 2 Stößen',
    instructions:
      'Das Kind steht mit beiden Füßen nebeneinander hinter der Linie und hält den Ball mit beiden Händen vor der Brust. Es stößt ihn so weit wie möglich nach vorn. Einmal üben, dann zwei Versuche.',
    counting:
      'Gemessen wird von der Linie bis zum ersten Aufprall des Balles, auf 10 cm genau. Der weitere Stoß zählt. Ein Fehlversuch ist es, wenn das Kind übertritt, Anlauf nimmt oder den Ball mit einer Hand wirft.',
    material: 'Medizinball 1 kg, Linie, Maßband',
    ...{ unit: 'm', better: 'higher', rule: 'best', trials: 2, min: 0.5, max: 12, step: 0.1 },
    timer: 'none',
  },
  ...KIBAZ_STATIONS.map((n): ShippedProtocol => ({
    id: protocolId(100 + n),
    itemCode: `KIBAZ-${n}`,
    title: `Kibaz-Station ${n}: mitgemacht`,
    instructions:
      'Was an dieser Station zu tun ist, bestimmt der Parcours des Hauses. Es geht um Freude an der Bewegung, nicht um Leistung.',
    counting:
      'Notiert wird nur, dass das Kind an der Station mitgemacht hat. Es gibt weder Punkte noch Zeiten.',
    material: null,
    ...{ unit: 'yes_no', better: null, rule: 'done', trials: 1, min: 0, max: 1, step: 1, timer: 'none' },
  })),
];

function batteryId(n: number): string {
  return `ba770000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const BATTERIES: ShippedBattery[] = [
  {
    id: batteryId(1),
    code: 'KITA-MOT',
    title: 'KITA-MOT 3–6',
    description:
      'Vier kurze Aufgaben für Kita-Kinder: Gleichgewicht, Schnelligkeit der Beine, Sprungkraft und Beweglichkeit. Wer Balken hat, nimmt das Balancieren rückwärts dazu.',
    ...{ kinds: ['kita'], ageFrom: 3, ageTo: 6 },
    source:
      'Zusammengestellt für „Olympia ruft“, nach den Aufgaben des Projekts „Kinder bewegen“ (kinder-bewegen.de).',
    items: [
      ...['EBS', 'SHH', 'SWS', 'RB'].map((itemCode) => ({ itemCode })),
      { itemCode: 'BR', optional: true },
    ],
  },
  {
    id: batteryId(2),
    code: 'DMT-MT1',
    title: 'DMT / MT1 6–10',
    description:
      'Die acht Aufgaben des Deutschen Motorik-Tests, in Nordrhein-Westfalen auch Motorischer Test 1: Schnelligkeit, Koordination, Kraft, Beweglichkeit und Ausdauer.',
    ...{ kinds: ['school'], ageFrom: 6, ageTo: 10 },
    source:
      'Aufgaben des Deutschen Motorik-Tests 6–18 (Bös u. a.) und des MT1 des Landes NRW; Durchführung in eigenen Worten.',
    items: ['S20', 'BR', 'SHH', 'RB', 'LS', 'SU', 'SWS', 'R6'].map((itemCode) => ({ itemCode })),
  },
  {
    id: batteryId(3),
    code: 'EMOTIKON-3',
    title: 'EMOTIKON Klasse 3',
    description:
      'Fünf Aufgaben für dritte Klassen: Ausdauer, Schnelligkeit, Gewandtheit, Sprung- und Wurfkraft.',
    ...{ kinds: ['school'], ageFrom: 8, ageTo: 9 },
    source: 'Aufgaben der EMOTIKON-Studie in Brandenburg (emotikon.de); Durchführung in eigenen Worten.',
    items: ['R6', 'S20', 'STAR', 'SWS', 'BPT'].map((itemCode) => ({ itemCode })),
  },
  {
    id: batteryId(4),
    code: 'KIBAZ',
    title: 'Kibaz-Stationen',
    description:
      'Zehn Stationen des Kinderbewegungsabzeichens NRW. Festgehalten wird nur, wer mitgemacht hat; gemessen und verglichen wird nichts.',
    ...{ kinds: ['kita'], ageFrom: 3, ageTo: 6 },
    source: 'Kinderbewegungsabzeichen NRW der Sportjugend NRW (kibaz.de); nur Teilnahme.',
    items: KIBAZ_STATIONS.map((n) => ({ itemCode: `KIBAZ-${n}` })),
  },
];
