import type { TestBattery, TestProtocol } from '../../api/types';
import { texts } from '../../texts/de';
import { formatNumber, unitWord } from './numbers';

const words = texts.batteries;

/** "Der beste von 2 Versuchen zählt, ein niedrigerer Wert ist besser" */
export function ruleWords({ rule, trials, better }: TestProtocol): string {
  const counted = words.rules[rule as keyof typeof words.rules](trials);
  return better === 'lower' ? `${counted}; ${words.lowerIsBetter}` : counted;
}

/** "5 bis 260 cm"; null where nothing is measured */
export function rangeWords({ rule, minValue, maxValue, step, unit }: TestProtocol): string | null {
  if (rule === 'done') return null;
  const range = words.range(formatNumber(minValue), formatNumber(maxValue), unitWord(unit)).replace('-', '−');
  const parts = [range, ...(step === 1 ? [] : [words.steps(formatNumber(step))])];
  return [parts.join(' '), ...(rule === 'sum' ? [words.perTrial] : [])].join(' ');
}

const MINUTE = 60;

/** "15 Sekunden, mit Signal"; null without a clock */
export function clockWords({ timer, timerSeconds, lapMetres }: TestProtocol): string | null {
  if (timer === 'stopwatch') return words.stopwatch;
  if (timer === 'countdown') return words.countdown(timerSeconds ?? 0);
  if (timer === 'laps') return words.laps((timerSeconds ?? 0) / MINUTE, lapMetres ?? 0);
  return null;
}

/** "Für Kitas · 3 bis 6 Jahre · 5 Aufgaben" */
export function batteryWords({ kinds, ageFrom, ageTo, items }: TestBattery): string {
  const houses = kinds.map((kind) => words.kinds[kind as keyof typeof words.kinds]).join(' und ');
  const ages = ageFrom === null || ageTo === null ? [] : [words.ages(ageFrom, ageTo)];
  return [words.forKinds(houses), ...ages, words.tasks(items.length)].join(' · ');
}

/** Everything that is needed for a battery, each thing once. */
export function materialOf({ items }: TestBattery): string[] {
  const all = items.flatMap(({ protocol }) => protocol.material?.split(/[;\n]\s*/) ?? []);
  return [...new Set(all.map((thing) => thing.trim()).filter(Boolean))];
}
