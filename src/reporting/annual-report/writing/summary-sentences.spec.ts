import { describe, expect, it } from '@jest/globals';
import type { FigureValueDto } from '../../reports/report.dto.js';
import { gapText } from './comparison.js';
import * as write from './summary-sentences.js';

type Counts = [numerator: number, denominator: number | null, before?: [number, number | null]];

function factsOf(counts: Record<string, Counts>, more: Partial<write.SummaryFacts> = {}): write.SummaryFacts {
  const figure = (code: string): FigureValueDto => {
    const [numerator, denominator, before] = counts[code] ?? [0, 0];
    return { code, ...fraction(numerator, denominator), previous: before ? fraction(...before) : null };
  };
  return {
    ...{ city: 'Herne', year: '2025/26', from: '1. August 2025', until: '31. Juli 2026' },
    ...{ isInterim: false, isComparable: true, figure, target: null, ...more },
  };
}

function fraction(numerator: number, denominator: number | null): Omit<FigureValueDto, 'code' | 'previous'> {
  if (denominator === null) return { numerator, denominator, value: numerator };
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

describe('reach in words', () => {
  it.each<[Counts, string]>([
    [
      [61, 75, [57, 75]],
      'Von 75 Einrichtungen in Herne haben 61 teilgenommen (81\u00a0%), 4 mehr als im Vorjahr.',
    ],
    [
      [61, 75, [61, 74]],
      'Von 75 Einrichtungen in Herne haben 61 teilgenommen (81\u00a0%), so viele wie im Vorjahr.',
    ],
    [
      [1, 75, [3, 75]],
      'Von 75 Einrichtungen in Herne hat eine teilgenommen (1\u00a0%), 2 weniger als im Vorjahr.',
    ],
    [[61, 75], 'Von 75 Einrichtungen in Herne haben 61 teilgenommen (81\u00a0%).'],
    [[0, 75, [0, 75]], 'Von 75 Einrichtungen in Herne hat noch keine teilgenommen.'],
    [[0, 1], 'Von einer Einrichtung in Herne hat noch keine teilgenommen.'],
    [[1, 1], 'Die eine Einrichtung in Herne hat teilgenommen.'],
    [[0, 0], 'In Herne ist noch keine Einrichtung eingetragen.'],
    [[1200, 2000], 'Von 2.000 Einrichtungen in Herne haben 1.200 teilgenommen (60,0\u00a0%).'],
  ])('%j', (counts, sentence) => {
    expect(write.reachOf(factsOf({ institutions_reached: counts }))).toBe(sentence);
  });
});

describe('activities in words', () => {
  it.each<[Counts, string | null]>([
    [
      [55, 61],
      'In 55 von 61 teilnehmenden Einrichtungen wurde mindestens eine Aktivität eingetragen (90\u00a0%).',
    ],
    [
      [61, 61],
      'In allen 61 teilnehmenden Einrichtungen wurde mindestens eine Aktivität eingetragen (100\u00a0%).',
    ],
    [[1, 1], 'In der teilnehmenden Einrichtung wurde mindestens eine Aktivität eingetragen (100\u00a0%).'],
    [[0, 61], 'Aktivitäten sind noch nicht eingetragen.'],
    [[0, 0], null],
  ])('%j', (counts, sentence) => {
    expect(write.activeOf(factsOf({ institutions_active: counts }))).toBe(sentence);
  });

  it('says how many, how long, and compares what it names', () => {
    const facts = factsOf({
      activities: [4210, null, [3900, null]],
      minutes: [141_000, null, [120_000, null]],
      minutes_per_group_week: [141_000, 3360, [120_000, 3077]],
    });
    expect(write.doseOf(facts)).toBe(
      'Eingetragen wurden 4.210 Aktivitäten mit zusammen 141.000 Minuten, 310 Aktivitäten mehr als im Vorjahr. Auf eine aktive Gruppe kamen im Mittel 42 Minuten je Woche, 3 mehr als im Vorjahr.',
    );
  });

  it('speaks of a single one', () => {
    const facts = factsOf({ activities: [1, null], minutes: [45, null], minutes_per_group_week: [45, 0] });
    expect(write.doseOf(facts)).toBe('Eingetragen wurde eine Aktivität mit zusammen 45 Minuten.');
  });
});

describe('what does not exist', () => {
  it('is not divided by', () => {
    const nothing = write.summaryOf(factsOf({}));
    expect(nothing).toEqual([
      'Dieser Bericht fasst zusammen, was bei „Olympia ruft – Mach mit!“ in Herne im Kita-/Schuljahr 2025/26 geschehen ist.',
      'In Herne ist noch keine Einrichtung eingetragen.',
      'Fortbildungen hat noch niemand besucht.',
    ]);
  });

  it('names the targets that are set', () => {
    const facts = factsOf({
      ...{ institutions_reached: [61, 75], children_reached: [2345, 3000] },
      ...{ minutes_per_group_week: [141_000, 3360], teaching_units: [2.5, null] },
    });
    expect(write.targetOf(facts)).toBeNull();
    const target = {
      institutions: 60,
      children: null,
      weeklyMinutes: 70,
      teachingUnits: 1,
      consultations: 250,
    };
    expect(write.targetOf({ ...facts, target })).toBe(
      'Die Ziele des Kita-/Schuljahrs: 60 Einrichtungen (erreicht: 61), 70 Minuten je Gruppe und Woche (erreicht: 42), eine UE (erreicht: 2,5), 250 Beratungen (erreicht: 0).',
    );
  });

  it('has no year before', () => {
    const facts = factsOf({}, { isComparable: false });
    expect(write.firstYearOf(facts)).toBe(
      'Aus dem Vorjahr liegen keine Angaben vor; Vergleiche fehlen deshalb.',
    );
    expect(
      write.maintenanceOf(factsOf({ institutions_maintained: [3, 5] }, { isComparable: false })),
    ).toBeNull();
  });
});

describe('a running year', () => {
  it('says up to which day, and what it is compared with', () => {
    const facts = factsOf(
      {},
      { isInterim: true, year: '2026/27', from: '1. August 2026', until: '23. November 2026' },
    );
    expect(write.openingOf(facts)).toBe(
      'Dieser Zwischenstand fasst zusammen, was bei „Olympia ruft – Mach mit!“ in Herne vom 1. August 2026 bis zum 23. November 2026 geschehen ist. Das Kita-/Schuljahr 2026/27 läuft noch; verglichen wird mit dem gleichen Zeitraum des Vorjahrs.',
    );
  });
});

describe('modules, trainings, advice', () => {
  it.each<[Counts, string | null]>([
    [[98, 120], 'Von 120 geplanten Modulen wurden 98 durchgeführt (82\u00a0%).'],
    [[1, 120], 'Von 120 geplanten Modulen wurde eines durchgeführt (1\u00a0%).'],
    [[0, 2], 'Von 2 geplanten Modulen wurden noch keine durchgeführt (0\u00a0%).'],
    [[1, 1], 'Das eine geplante Modul wurde durchgeführt.'],
    [[0, 1], 'Das eine geplante Modul fand nicht statt.'],
    [[0, 0], null],
  ])('%j', (counts, sentence) => {
    expect(write.fidelityOf(factsOf({ modules_delivered: counts }))).toBe(sentence);
  });

  it('counts people and hours', () => {
    const facts = factsOf({
      people_attended: [1, null],
      trainings_held: [1, null],
      teaching_units: [4, null],
    });
    expect(write.trainingOf(facts)).toBe(
      'An einer Fortbildung nahm eine Fachkraft teil; besucht wurden zusammen 4 Unterrichtseinheiten (UE) zu je 45 Minuten.',
    );
  });

  it('compares means as they are shown', () => {
    const facts = factsOf({ contacts_per_institution: [140, 61, [139, 61]] });
    expect(write.coachingOf(facts)).toBe(
      'Es fanden 140 Beratungen durch Coaches statt, im Mittel 2,3 je teilnehmender Einrichtung, wie im Vorjahr.',
    );
  });

  it('compares shares in points', () => {
    const facts = factsOf({ weeks_reported: [1200, 1660, [1100, 1600]], weeks_on_time: [1080, 1200] });
    expect(write.reportingOf(facts)).toBe(
      'Die Meldequote beträgt 72,3\u00a0%: In 1.200 von 1.660 erwarteten Wochen liegt mindestens ein Eintrag vor, 3,5 Prozentpunkte mehr als im Vorjahr. Spätestens nach sieben Tagen eingetragen waren davon 90,0\u00a0%.',
    );
  });
});

describe('the gap between two groups', () => {
  it.each<[Counts, Counts, string | null]>([
    [[71, 100], [80, 100], '9 Prozentpunkte weniger'],
    [[81, 100], [80, 100], 'einen Prozentpunkt mehr'],
    [[80, 100], [4, 5], null],
    [[0, 0], [4, 5], null],
  ])('%j and %j', ([a, b], [c, d], words) => {
    expect(gapText(fraction(a, b), fraction(c, d))).toBe(words);
  });
});
