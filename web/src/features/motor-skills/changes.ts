import type { PublishedCell } from '../../api/types';
import type { Interval } from '../results/interval-scale';
import type { MotorFilter } from './motor-filter';

/** The same children before and after, at one task. */
export interface Changed {
  key: string;
  title: string;
  /** With both tests. */
  all: PublishedCell | undefined;
  up: PublishedCell | undefined;
  same: PublishedCell | undefined;
  down: PublishedCell | undefined;
  /** With the first test only. */
  lost: PublishedCell | undefined;
}

/** Task by task; those without a child that has both tests are left out. */
export function changesOf(cells: readonly PublishedCell[], tasks: MotorFilter['tasks']): Changed[] {
  return tasks
    .map(({ id, title }) => {
      const of = (outcome: PublishedCell['outcome']): PublishedCell | undefined =>
        cells.find((cell) => cell.protocolId === id && cell.outcome === outcome);
      return {
        ...{ key: id, title, all: of(null), up: of('up'), same: of('same'), down: of('down') },
        lost: of('lost'),
      };
    })
    .filter(({ all }) => all !== undefined);
}

/** Null: no mean is published. */
export function intervalOf({ all }: Changed): Interval | null {
  if (!all || all.meanDelta === null) return null;
  return { mean: all.meanDelta, low: all.meanLow, high: all.meanHigh };
}
