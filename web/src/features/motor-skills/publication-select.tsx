import type { Publication } from '../../api/types';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { formatInteger } from '../../ui/format';
import { useAddress } from '../../ui/use-address';
import { motorParams } from './motor-filter';

const words = texts.motorSkills;

/** The one in the address, else the latest that there is. */
export function useChosenPublication(published: readonly Publication[]): Publication | undefined {
  const wanted = useAddress().get(motorParams.publication);
  return published.find(({ id }) => id === wanted) ?? published[0];
}

/** Every publication of the city; old revisions stay to be read. */
export function PublicationSelect({ published }: { published: readonly Publication[] }) {
  return (
    <AddressSelect
      label={words.publication}
      param={motorParams.publication}
      options={published.map((publication) => ({ value: publication.id, label: titleOf(publication) }))}
      fallback={published[0]?.id}
      clears={[motorParams.region, motorParams.item, motorParams.wave]}
    />
  );
}

const titleOf = ({ title, revision }: Publication): string =>
  words.revision(title, formatInteger(revision ?? 1));

/** The latest period first, of each period the latest revision first. */
export function publishedOf(all: readonly Publication[]): Publication[] {
  return all
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => b.to.localeCompare(a.to) || (b.revision ?? 0) - (a.revision ?? 0));
}
