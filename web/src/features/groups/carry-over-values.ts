import type { GroupYear } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';

const words = texts.groupYears.carryOver;

/** A group of the new year as it is being prepared. */
export interface CarriedGroup {
  id: string;
  /** Null for one that is new. */
  fromName: string | null;
  name: string;
  size: number | null;
  goesOn: boolean;
}

export interface CarryOverValues {
  groups: CarriedGroup[];
}

/** All groups of the year before; classes that leave the school are not ticked. */
export function carryOverValues({ proposal }: GroupYear): CarryOverValues {
  return {
    groups: proposal.map(({ fromName, name, size }) => ({
      id: newId(),
      ...{ fromName, name: name ?? fromName, size, goesOn: name !== null },
    })),
  };
}

export function newGroup(): CarriedGroup {
  return { id: newId(), fromName: null, name: '', size: null, goesOn: true };
}

/** Faults by their place in the form; what does not go on needs nothing. */
export function validateCarryOver({ groups }: CarryOverValues): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [i, { goesOn, name, size }] of groups.entries()) {
    if (!goesOn) continue;
    if (name.trim() === '') faults[`groups.${i}.name`] = words.nameMissing;
    if (size === null) faults[`groups.${i}.size`] = words.sizeMissing;
  }
  return faults;
}

/** What is sent. */
export function carriedGroups({ groups }: CarryOverValues): { id: string; name: string; size: number }[] {
  return groups.filter(({ goesOn }) => goesOn).map(({ id, name, size }) => ({ id, name, size: size ?? 0 }));
}
