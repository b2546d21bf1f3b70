import type { PublishedCell } from '../../api/types';
import { texts } from '../../texts/de';
import { type BelowAverage, countInWords, hiddenOf, percentInWords } from './cells';
import { HiddenMark } from './hidden-mark';

const words = texts.motorSkills;

/** A number of children, or the dot that stands for it. */
export function CountOf({ cell }: { cell: PublishedCell | undefined }) {
  return cell?.state === 'hidden' ? <HiddenMark cell={cell} /> : <>{countInWords(cell)}</>;
}

/** "38 %", or the dot that stands for it. */
export function ShareOf({ cell }: { cell: PublishedCell | undefined }) {
  if (cell?.state === 'hidden') return <HiddenMark cell={cell} />;
  return <>{cell === undefined || cell.share === null ? texts.common.none : percentInWords(cell.share)}</>;
}

/** "38 % (45 von 120)", or the dot that stands for it. */
export function BelowWords({ below }: { below: BelowAverage }) {
  const hidden = hiddenOf(below);
  if (hidden) return <HiddenMark cell={hidden} />;
  const { part, whole } = below;
  if (!part || !whole) return <>{words.below.none}</>;
  const counts = words.count(countInWords(part), countInWords(whole));
  return <>{part.share === null ? counts : `${percentInWords(part.share)} (${counts})`}</>;
}

/** Why a row bears no dot on the scale, where the words beside it do not say so. */
export function cautionOf(below: BelowAverage): string | undefined {
  const { part, whole } = below;
  return part && whole && !hiddenOf(below) && part.share === null ? words.below.noShare : undefined;
}
