import { Anchor, Box, Checkbox, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatDayMonth, formatInteger, formatMonth, formatMonthYear, formatShare } from '../../ui/format';
import { SheetLink } from '../house-sheet/sheet-link';
import { HeatCell } from './heat-cell';
import { HeatLegend } from './heat-legend';
import classes from './heat-map.module.css';
import type { Completeness, CompletenessRow, CompletenessSort, WeekCounts } from './queries';
import type { Selection } from './use-selection';

const words = texts.completeness;

export interface HeatMapProps {
  /** All houses together. */
  sums: Completeness;
  rows: readonly CompletenessRow[];
  /** As `2026-08`. */
  months: readonly string[];
  sort: CompletenessSort;
  onSort: (sort: CompletenessSort) => void;
  /** Null: nobody can be reminded from here. */
  selection: Selection | null;
}

/** Houses and months as a table whose cells bear the colour of their share. The names stay when the months move. */
export function HeatMap({ sums, rows, months, sort, onSort, selection }: HeatMapProps) {
  return (
    <div>
      <div
        className={`${classes.scroll} paper-wide`}
        role="region"
        aria-label={words.scroll}
        tabIndex={0}
        data-wide
      >
        <table className={classes.table}>
          <caption className={classes.hidden}>{words.panel}</caption>
          <thead>
            <tr>
              {selection && (
                <td className={`${classes.pick} no-print`}>
                  <PickAll rows={rows} selection={selection} />
                </td>
              )}
              <SortHeader name="name" {...{ sort, onSort }} header={words.columns.house} sticky />
              <SortHeader name="district" {...{ sort, onSort }} header={words.columns.district} />
              <SortHeader name="rate" {...{ sort, onSort }} header={words.columns.rate} />
              {months.map((month) => (
                <th key={month} scope="col" className={classes.month}>
                  <abbr title={formatMonthYear(`${month}-01`)}>{formatMonth(`${month}-01`)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={classes.sums}>
              {selection && <td className={`${classes.pick} no-print`} />}
              <th scope="row" className={classes.sticky}>
                {words.all}
              </th>
              <td />
              <RateCell counts={sums.total} />
              <MonthCells months={months} counts={sums.months} />
            </tr>
            {rows.map((row) => (
              <HouseRow key={row.institutionId} {...{ row, months, selection }} />
            ))}
          </tbody>
        </table>
      </div>
      <HeatLegend />
    </div>
  );
}

function HouseRow({
  row,
  months,
  selection,
}: Pick<HeatMapProps, 'months' | 'selection'> & { row: CompletenessRow }) {
  const { institutionId, name, districtName, remindedOn } = row;
  return (
    <tr>
      {selection && (
        <td className={`${classes.pick} no-print`}>
          <Checkbox
            aria-label={words.select(name)}
            checked={selection.ids.has(institutionId)}
            onChange={() => selection.toggle(institutionId)}
          />
        </td>
      )}
      <th scope="row" className={classes.sticky}>
        <Group gap={2} wrap="nowrap" justify="space-between">
          <Anchor component={Link} href={`/einrichtungen/${institutionId}`} inherit>
            {name}
          </Anchor>
          <Box visibleFrom="md">
            <SheetLink institutionId={institutionId} name={name} />
          </Box>
        </Group>
        {remindedOn !== null && (
          <Text size="xs" c="dimmed" fw={400}>
            {words.reminded(formatDayMonth(remindedOn))}
          </Text>
        )}
      </th>
      <td className={classes.district}>{districtName}</td>
      <RateCell counts={row} />
      <MonthCells months={months} counts={row.months} />
    </tr>
  );
}

function RateCell({ counts: { reported, expected } }: { counts: WeekCounts }) {
  return (
    <td className={classes.rate}>
      {formatShare(reported, expected)}
      {expected > 0 && (
        <Text component="div" size="xs" c="dimmed">
          {words.of(formatInteger(reported), formatInteger(expected))}
        </Text>
      )}
    </td>
  );
}

function MonthCells({ months, counts }: { months: readonly string[]; counts: Completeness['months'] }) {
  return months.map((month) => (
    <HeatCell key={month} counts={counts.find((known) => known.month === month)} />
  ));
}

function PickAll({ rows, selection }: { rows: readonly CompletenessRow[]; selection: Selection }) {
  const count = rows.filter(({ institutionId }) => selection.ids.has(institutionId)).length;
  const all = rows.length > 0 && count === rows.length;
  return (
    <Checkbox
      aria-label={words.selectAll}
      checked={all}
      indeterminate={count > 0 && !all}
      onChange={() => selection.set(all ? [] : rows.map(({ institutionId }) => institutionId))}
    />
  );
}

const ARROWS = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

interface SortHeaderProps extends Pick<HeatMapProps, 'sort' | 'onSort'> {
  name: 'name' | 'district' | 'rate';
  header: string;
  sticky?: boolean;
}

function SortHeader({ name, header, sort, onSort, sticky = false }: SortHeaderProps) {
  const order = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const Arrow = ARROWS[order];
  return (
    <th
      scope="col"
      aria-sort={order === 'none' ? undefined : order}
      className={sticky ? classes.sticky : undefined}
    >
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort(order === 'ascending' ? `-${name}` : name)}
      >
        {header}
        <Arrow size={16} aria-hidden />
        <VisuallyHidden>{texts.common.sortBy(header)}</VisuallyHidden>
      </UnstyledButton>
      <span className="only-print">{header}</span>
    </th>
  );
}
