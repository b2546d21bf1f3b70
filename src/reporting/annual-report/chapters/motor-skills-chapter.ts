import { ROUNDING_LABEL } from '../../publication/cells/cell-words.js';
import { periodTitle } from '../../publication/periods.js';
import type { AnnualFigures, MotorSkills, PublishedCell } from '../annual-figures.js';
import type { CellDto, ChapterDto, ChartDto, SectionDto, TableDto } from '../content.dto.js';
import { inWords, wordCell } from '../writing/figure-book.js';
import { NONE } from '../writing/numbers.js';
import {
  changeText,
  countText,
  type PartOfWhole,
  shareCell,
  shareText,
  shareValue,
} from '../writing/published.js';
import { columnsOf, section } from './parts.js';

const TITLE = { code: 'motor_skills', title: 'Motorik' } as const;
const WAVES = { entry: 'Eingangstest', progress: 'Verlaufstest', exit: 'Ausgangstest' } as const;
type Wave = keyof typeof WAVES;
const SITUATIONS = { low: 'Niedrig belastet', medium: 'Mittel belastet', high: 'Hoch belastet' } as const;

const NOTHING =
  'Für dieses Kita-/Schuljahr ist keine Statistik über die motorischen Tests veröffentlicht. Sie entsteht erst, wenn der Zeitraum vorbei ist und die Koordination ihn veröffentlicht; bis dahin steht hier nichts über Kinder.';
const READING =
  '„Unter dem Durchschnitt“ heißt: In den Vergleichswerten gehört das Ergebnis zu den schwächeren 40 von 100, bei gleichem Alter und Geschlecht. Zu erwarten sind deshalb 40 %; ein kleinerer Anteil ist besser.';
const NO_EFFECT =
  'Veränderung ist nicht Wirkung: Kinder entwickeln sich auch ohne Programm, und es gibt hier keine Kinder zum Vergleich, die nicht teilgenommen haben.';
const HIDING = `Kinder und Anteile: ${ROUNDING_LABEL}. „.“ steht, wo eine Zahl Rückschlüsse auf einzelne Kinder oder Einrichtungen zuließe, „–“, wo es zu wenige Kinder gibt.`;
const CHANGE_NOTE = `Mittlere Veränderung in Standardabweichungen (z-Werte), in Klammern der Bereich, in dem das Mittel mit 95 % Sicherheit liegt. Über 0 heißt besser als vorher; das Alter ist herausgerechnet. Kinder: mit beiden Tests, in Klammern nur mit dem ersten. Nach oben, nach unten: um mindestens eine von fünf Klassen. ${HIDING}`;

/** What is published of the motor tests: rounded counts of children, or that there is nothing yet. */
export function motorSkillsChapter({ motorSkills, period }: AnnualFigures): ChapterDto {
  if (motorSkills.length === 0) {
    return { ...TITLE, sections: [section(null, { paragraphs: [NOTHING] })] };
  }
  const sections = motorSkills.flatMap((published) => {
    if (published.half === null) return sectionsOf(published, '');
    return sectionsOf(published, `${periodTitle({ ...period, half: published.half })}: `);
  });
  return { ...TITLE, sections: [section(null, { paragraphs: [READING] }), ...sections] };
}

/** @param before stands before the titles, where there are halves */
function sectionsOf(published: MotorSkills, before: string): SectionDto[] {
  const parts = { tasks: tasksOf(published), waves: wavesOf(published), before };
  return [belowSection(published, parts), ...changeSection(published, parts)];
}

interface Task {
  protocolId: string;
  title: string;
}

interface Parts {
  tasks: Task[];
  waves: readonly Wave[];
  before: string;
}

function wavesOf({ cells }: MotorSkills): Wave[] {
  return (['entry', 'progress', 'exit'] as const).filter((wave) =>
    cells.some((cell) => cell.block === 'results' && cell.wave === wave),
  );
}

/** A task in one version; where there are two of them, the version is said: they are never compared. */
function tasksOf({ cells }: MotorSkills): Task[] {
  const versions = new Map<string, { title: string; version: number | null }>();
  for (const { protocolId, itemTitle, protocolVersion: version } of cells) {
    if (protocolId !== null && itemTitle !== null) versions.set(protocolId, { title: itemTitle, version });
  }
  const titles = [...versions.values()].map(({ title }) => title);
  return [...versions].map(([protocolId, { title, version }]) => {
    const isAlone = titles.filter((other) => other === title).length === 1;
    return { protocolId, title: isAlone ? title : `${title} (Fassung ${version})` };
  });
}

/** Who was tested, and how many stay below average: task by task, in all houses and by the houses' social situation. */
function belowSection(published: MotorSkills, { tasks, waves, before }: Parts): SectionDto {
  const columns = columnsOfResults(waves);
  const rows = rowsOf(tasks, ({ protocolId }) =>
    columns.map(({ wave, place }) => shareCell(belowCells(published, { protocolId, wave, place }))),
  );
  const table = {
    title: 'Anteil der Kinder unter dem Durchschnitt, dahinter die Zahlen',
    columns: columnsOf(
      ['Aufgabe'],
      columns.map(({ title }) => title),
    ),
    rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== NONE)),
  };
  return section(`${before}Unter dem Durchschnitt`, {
    paragraphs: [testedSentence(published)],
    // Of two halves the tables have to do: the report shall keep to its sheets.
    chart: published.half === null && waves[0] ? belowChart(published, tasks, waves[0]) : null,
    table: table.rows.length === 0 ? null : table,
    note: waves[0] ? `Soziale Lage der Einrichtung: im ${WAVES[waves[0]]}. ${HIDING}` : HIDING,
  });
}

/** Task by task, in the first test; the others stand in the table. */
function belowChart(published: MotorSkills, tasks: Task[], wave: Wave): ChartDto | null {
  const rows = tasks.flatMap(({ protocolId, title }) => {
    const below = belowCells(published, { protocolId, wave });
    const cell = shareCell(below);
    if (cell.text === NONE && cell.base === null) return [];
    const text = cell.text === NONE ? (cell.base ?? '') : inWords(cell);
    return [{ title, values: [shareValue(below)], texts: [text] }];
  });
  if (rows.length === 0) return null;
  const highest = Math.max(...rows.map(({ values }) => values[0] ?? 0));
  return {
    ...{
      kind: 'bars',
      title: `Anteil der Kinder unter dem Durchschnitt im ${WAVES[wave]}`,
      series: [WAVES[wave]],
    },
    description: `Balken: Anteil der Kinder unter dem Durchschnitt, für jede Aufgabe; zu erwarten sind 40\u00A0%. Zahlen: ${ROUNDING_LABEL}.`,
    ...{ rows, isShare: true, max: highest > MIDDLING ? 1 : MIDDLING },
  };
}

/** Where the axis ends unless a share goes beyond: what is to be expected lies in its middle, on a line. */
const MIDDLING = 0.8;

interface ResultColumn {
  title: string;
  wave: Wave;
  place?: string;
}

/** Every test for all houses; the first one also by social situation. */
function columnsOfResults(waves: readonly Wave[]): ResultColumn[] {
  const [first] = waves;
  const situations = Object.entries(SITUATIONS);
  return [
    ...waves.map((wave) => ({ title: WAVES[wave], wave })),
    ...(first ? situations.map(([place, title]) => ({ title, wave: first, place })) : []),
  ];
}

function testedSentence(published: MotorSkills): string {
  const tested = cellOf(published, { block: 'tested' });
  const again = published.revision > 1 ? ` Das ist die ${published.revision}. Fassung dieser Zahlen.` : '';
  if (tested === undefined || tested.count === null) return `Es wurden wenige Kinder getestet.${again}`;
  return `Getestet wurden rund ${countText(tested)} Kinder, deren Eltern eingewilligt haben.${again}`;
}

/** The same children at their first and at their last test of the school year. */
function changeSection(published: MotorSkills, { tasks, before }: Parts): SectionDto[] {
  const compared = tasks.filter(({ protocolId }) => cellOf(published, { block: 'paired', protocolId }));
  if (compared.length === 0) return [];
  const table = {
    title: 'Dieselben Kinder im ersten und im letzten Test des Kita-/Schuljahres',
    columns: columnsOf(['Aufgabe'], ['Mittlere Veränderung', 'Kinder', 'Nach oben · gleich · nach unten']),
    rows: rowsOf(compared, ({ protocolId }) => changesOf(published, protocolId)),
  };
  return [section(`${before}Vorher und nachher`, { paragraphs: [NO_EFFECT], table, note: CHANGE_NOTE })];
}

function changesOf(published: MotorSkills, protocolId: string): CellDto[] {
  const of = (outcome: PublishedCell['outcome']): PublishedCell | undefined =>
    cellOf(published, { block: 'paired', protocolId, outcome });
  const steps = (['up', 'same', 'down'] as const).map((outcome) => shareText(of(outcome)));
  const counts = `${countText(of(null))} (${countText(of('lost'))})`;
  return [changeText(of(null)), counts, steps.join(' · ')].map(wordCell);
}

function belowCells(
  published: MotorSkills,
  which: { protocolId: string; wave: Wave; place?: string },
): PartOfWhole {
  const results = { block: 'results', ...which } as const;
  return {
    part: cellOf(published, { ...results, outcome: 'below' }),
    whole: cellOf(published, results),
  };
}

type Wanted = { [key in keyof PublishedCell]?: PublishedCell[key] | undefined };

/** What is not said means all of them together. */
function cellOf({ cells }: MotorSkills, wanted: Wanted): PublishedCell | undefined {
  const { block, protocolId = null, wave = null, place = null, outcome = null } = wanted;
  return cells.find(
    (cell) =>
      cell.block === block &&
      cell.protocolId === protocolId &&
      cell.wave === wave &&
      cell.place === place &&
      cell.outcome === outcome,
  );
}

function rowsOf(tasks: Task[], cellsOf: (task: Task) => CellDto[]): TableDto['rows'] {
  return tasks.map((task) => ({ title: task.title, isTotal: false, cells: cellsOf(task) }));
}
