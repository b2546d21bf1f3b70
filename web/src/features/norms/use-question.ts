import type { NormSet } from '../../api/types';
import { useAddress } from '../../ui/use-address';
import type { Question, Sex } from './queries';

export const params = {
  ...{ set: 'norm', item: 'aufgabe', sex: 'geschlecht', years: 'jahre', months: 'monate', raw: 'wert' },
} as const;
export const MONTHS = 12;

/** What the address asks the norms for; `question` is null until it is complete. */
export function useQuestion(sets: readonly NormSet[]) {
  const address = useAddress();
  const set = sets.find(({ id }) => id === address.get(params.set)) ?? sets[0];
  const item = set?.items.find(({ itemCode }) => itemCode === address.get(params.item)) ?? set?.items[0];
  const sex: Sex = address.get(params.sex) === 'male' ? 'male' : 'female';
  const [years, months, raw] = [params.years, params.months, params.raw].map((name) =>
    numberOf(address.get(name)),
  ) as [number | null, number | null, number | null];
  const age = years === null ? null : years + (months ?? 0) / MONTHS;
  return { set, item, sex, years, months, raw, question: questionOf(set?.id, item?.itemCode, sex, age, raw) };
}

function questionOf(
  set: string | undefined,
  item: string | undefined,
  sex: Sex,
  age: number | null,
  raw: number | null,
): Question | null {
  if (!set || !item || age === null || raw === null) return null;
  return { set, item, sex, age, raw };
}

function numberOf(text: string | null): number | null {
  const value = text === null || text === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
