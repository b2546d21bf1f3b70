import type { GroupYear } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';

const words = texts.groupYears.carryOver;

/** A group of the new year as it is being prepared. */
export interface CarriedGroup {
  id: string;
  /** Null for one that is new. */
  fromName: string | null;
  fromGroupId: string | null;
  name: string;
  size: number | null;
  goesOn: boolean;
}

export interface CarryOverValues {
  /** The children (their codes) go on with their groups. */
  withChildren: boolean;
  groups: CarriedGroup[];
}

/** All groups of the year before; classes that leave the school are not ticked. */
export function carryOverValues({ proposal }: GroupYear): CarryOverValues {
  return {
    withChildren: true,
    groups: proposal.map(({ fromGroupId, fromName, name, size }) => ({
      id: newId(),
      ...{ fromGroupId, fromName, name: name ?? fromName, size, goesOn: name !== null },
    })),
  };
}

export function newGroup(): CarriedGroup {
  return { id: newId(), fromName: null, fromGroupId: null, name: '', size: null, goesOn: true };
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

interface SentGroup {
  id: string;
  name: string;
  size: number;
  fromGroupId?: string;
}

/** What is sent. */
export function carriedGroups({ groups, withChildren }: CarryOverValues): SentGroup[] {
  return groups
    .filter(({ goesOn }) => goesOn)
    .map(({ id, name, size, fromGroupId }) => ({
      ...{ id, name, size: size ?? 0 },
      ...(withChildren && fromGroupId !== null && { fromGroupId }),
    }));
}
