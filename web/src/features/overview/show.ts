import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import type { Show } from './queries';

export const showParam = 'zeige';

/** What stands in the address for each choice; no parameter means all. */
export const showValues: Readonly<Record<Show, string>> = {
  all: 'alle',
  participating: 'teilnehmend',
  active: 'aktiv',
  inactive: 'ohne-aktivitaet',
  quiet: 'still',
};

const SHOWS: readonly Show[] = ['all', 'participating', 'active', 'inactive', 'quiet'];

export const showOptions = SHOWS.map((show) => ({
  value: showValues[show],
  label: texts.overview.list.showWords[show],
}));

/** Which institutions the address asks for. */
export function useShow(): Show {
  const asked = useAddress().get(showParam);
  return SHOWS.find((show) => showValues[show] === asked) ?? 'all';
}
