import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { coachParam } from '../coaching/coach-filter';
import { choiceOf } from '../institutions/catalogue';
import { fromParam, institutionParam, toParam } from '../overview/activity-filter';
import { useOverviewFilter } from '../overview/overview-filter';
import type { AdviceQuery } from './queries';

export type AdviceFilter = Omit<AdviceQuery, 'cursor' | 'limit'>;

export const stateParam = 'stand';
export const stepParam = 'schritt';
export const adviceParams = [coachParam, stateParam, stepParam, fromParam, toParam, institutionParam];

/** What the list of contacts shows, as the address has it; the dates narrow the school year or leave it. */
export function useAdviceFilter(): AdviceFilter {
  const { get } = useAddress();
  return {
    ...useOverviewFilter(),
    institutionId: get(institutionParam) ?? undefined,
    coachId: get(coachParam) ?? undefined,
    state: choiceOf(texts.programme.contactState, get(stateParam)),
    openStep: choiceOf(texts.advice.list.steps, get(stepParam)) && true,
    from: get(fromParam) ?? undefined,
    to: get(toParam) ?? undefined,
  };
}
