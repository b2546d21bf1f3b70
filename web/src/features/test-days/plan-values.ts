import type { DateString } from '../../ui/format';
import type { Versioned } from '../forms/conflict';
import type { NewTestDay, TestDay, TestDayChange, Wave } from './queries';
import { usualWave } from './waves';

/** The groups are kept as text, so that a draft and the comparison of two versions see plain values. */
export interface PlanValues extends Versioned {
  groupIds: string;
  batteryId: string;
  wave: Wave;
  heldOn: DateString;
  releasedOn: string;
  releasedBy: string;
}

export const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

export function emptyPlan(today: DateString): PlanValues {
  return {
    ...{ version: null, groupIds: '', batteryId: '', heldOn: today, wave: usualWave(today) },
    ...{ releasedOn: '', releasedBy: '' },
  };
}

export function planOf(day: TestDay): PlanValues {
  return {
    version: day.version,
    groupIds: day.groups.map(({ id }) => id).join(','),
    batteryId: day.batteryId,
    wave: day.wave as Wave,
    heldOn: day.heldOn,
    releasedOn: day.releasedOn ?? '',
    releasedBy: day.releasedBy ?? '',
  };
}

/** Values as the interface takes them. */
export function changesOf({ groupIds, batteryId, wave, heldOn }: Partial<PlanValues>): TestDayChange {
  return {
    ...(groupIds !== undefined && { groupIds: listOf(groupIds) }),
    ...(batteryId !== undefined && { batteryId }),
    ...(wave !== undefined && { wave }),
    ...(heldOn !== undefined && { heldOn }),
  };
}

export function newDayOf(id: string, institutionId: string, values: PlanValues): NewTestDay {
  const { batteryId, wave, heldOn, releasedOn, releasedBy } = values;
  return {
    ...{ id, institutionId, groupIds: listOf(values.groupIds), batteryId, wave, heldOn },
    ...(releasedOn !== '' && { releasedOn }),
    ...(releasedBy.trim() !== '' && { releasedBy }),
  };
}
