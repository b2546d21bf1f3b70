import { texts } from '../../texts/de';
import { formatInteger, formatNumber } from '../../ui/format';
import { type DimensionName, type FigureName, FIGURES, valueInWords } from './figures';
import { type EquityGroup, type Gap, rateOf } from './gap';

const words = texts.equity;
const HUNDRED = 100;
const LARGE_BASE = 1_000;

/** The gap in one sentence, with the counts behind it. */
export function gapInWords({ least, most }: Gap, figure: FigureName, dimension: DimensionName): string {
  const difference = differenceOf(figure, least, most);
  if (difference === 0) return words.equal;
  const first = `${whereOf(dimension, least)[0]} ${saidOf(figure, least, 'first')}`;
  const second = `${whereOf(dimension, most)[1]} ${saidOf(figure, most, 'second')}`;
  const less = differenceInWords(figure, difference);
  if (least.part === 0) return words.gapFromNothing(first, second, less);
  return words.gap(first, second, less, formatNumber(rateOf(least) / rateOf(most), 2));
}

/** As far as the numbers are shown, so that whoever subtracts gets the same. */
function differenceOf(figure: FigureName, least: EquityGroup, most: EquityGroup): number {
  if (FIGURES[figure].kind === 'ratio') return rounded(rateOf(most), 1) - rounded(rateOf(least), 1);
  const shown = (group: EquityGroup): number =>
    rounded(rateOf(group) * HUNDRED, group.whole < LARGE_BASE ? 0 : 1);
  return shown(most) - shown(least);
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function differenceInWords(figure: FigureName, difference: number): string {
  const number = formatNumber(difference, 1);
  return figure === 'dose' || figure === 'modules' ? words.less[figure](number) : words.points(number);
}

const whereOf = (dimension: DimensionName, { title, value }: EquityGroup): [string, string] =>
  words.where[dimension](title, value ?? '');

function saidOf(figure: FigureName, { part, whole }: EquityGroup, half: 'first' | 'second'): string {
  return words.says[figure][half](
    valueInWords(figure, part, whole),
    formatInteger(part),
    formatInteger(whole),
  );
}
