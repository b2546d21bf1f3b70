import { texts } from '../../texts/de';
import { choiceOf } from '../institutions/catalogue';
import { formatInteger, formatNumber, formatPercent, formatSchoolYear } from '../../ui/format';
import classes from './figure-table.module.css';
import type { HouseSheet, SheetFigure } from './queries';
import { SheetSection } from './sheet-section';

const words = texts.houseSheet;

/** The house's figures of the running year; beside them the city's, for those who see these. */
export function FigureTable({ sheet: { figures, period, municipalityName } }: { sheet: HouseSheet }) {
  const compared = figures.some(({ city }) => city !== null);
  const year = period.schoolYear === null ? '' : formatSchoolYear(period.schoolYear);
  return (
    <SheetSection title={words.figures(year)}>
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.own}</th>
            {compared && <th scope="col">{words.city(municipalityName)}</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.definition.code}>
              <th scope="row">{titleOf(figure)}</th>
              <td>
                <Own figure={figure} />
              </td>
              {compared && <td>{valueOf(figure, figure.city)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetSection>
  );
}

function titleOf({ definition: { code, title } }: SheetFigure): string {
  const known = choiceOf(words.ofOne, code);
  return known ? words.ofOne[known] : title;
}

/** Of a single house the counts say more than the share. */
function Own({ figure }: { figure: SheetFigure }) {
  const { numerator, denominator } = figure.own;
  const counted = figure.definition.kind === 'share' && denominator !== null && denominator > 0;
  return (
    <>
      {valueOf(figure, figure.own)}
      {counted && (
        <span className={classes.counts}>
          {words.counts(formatInteger(numerator), formatInteger(denominator))}
        </span>
      )}
    </>
  );
}

function valueOf({ definition }: SheetFigure, counts: SheetFigure['city']): string {
  if (counts === null || counts.value === null) return texts.common.none;
  return definition.kind === 'share'
    ? formatPercent(counts.value)
    : formatNumber(counts.value, definition.decimals);
}
