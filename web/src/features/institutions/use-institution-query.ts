import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { choiceOf, optionsOf } from './catalogue';
import { useCityFilter } from './city-filter';
import type { InstitutionQuery } from './queries';

const { terms } = texts;

export const listParams = {
  search: 'suche',
  participation: 'teilnahme',
  archived: 'bestand',
  sort: 'sortierung',
} as const;

const sorts = { name: '', '-name': '', district: '' };

/** "Takes part today", "does not", or one status. */
const participation = { ...terms.participation, ...terms.participationStatus };
export const participationOptions = optionsOf(participation);

/** What the list of institutions shows, as the address has it. */
export function useInstitutionQuery(): InstitutionQuery & { sort: keyof typeof sorts } {
  const { get } = useAddress();
  return {
    ...useCityFilter(),
    q: get(listParams.search) ?? undefined,
    participation: choiceOf(participation, get(listParams.participation)),
    archived: get(listParams.archived) === 'archiviert' || undefined,
    sort: choiceOf(sorts, get(listParams.sort)) ?? 'name',
  };
}
