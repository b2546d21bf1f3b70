import { NativeSelect, Paper, Stack, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../texts/de';
import classes from './data-table.module.css';
import { useIsPaper } from './use-is-paper';
import { useIsPhone } from './use-is-phone';

export interface Column<Row> {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** Numbers stand at the right, below each other. */
  numeric?: boolean;
  /** Names of the orders as the interface knows them; a column without is not sortable. */
  sort?: { ascending: string; descending?: string };
  /** Heads the card on a phone; the first column if none says so. */
  primary?: boolean;
  /** Sentences: on a card below their heading, over its whole width. */
  prose?: boolean;
  /** Buttons: at the right of the table, at the foot of the card, not on paper. */
  actions?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Narrower than this (px), the table scrolls sideways. */
  minWidth?: number;
  /** Name of the current order and what to do with a new one. */
  sort?: string;
  onSort?: (sort: string) => void;
}

/** A quiet table; on a phone each row becomes a card, on paper it stays a table. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const isPaper = useIsPaper();
  const isPhone = useIsPhone();
  if (isPaper) return <PaperTable {...props} />;
  return isPhone ? <Cards {...props} /> : <WideTable {...props} />;
}

/** So many columns can be read on a sheet that stands upright. */
const UPRIGHT = 8;

/** Without what can only be pressed, and without scrolling, which would cut it off; a wide one turns the sheet. */
function PaperTable<Row>({ onSort: _, ...props }: DataTableProps<Row>) {
  const columns = props.columns.filter(({ actions }) => !actions);
  return (
    <div className={columns.length > UPRIGHT ? `${classes.paper} ${classes.wide} paper-wide` : classes.paper}>
      <PlainTable {...props} columns={columns} />
    </div>
  );
}

function WideTable<Row>(props: DataTableProps<Row>) {
  const { caption, minWidth = 640 } = props;
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': caption, role: 'region' } }}
    >
      <PlainTable {...props} />
    </Table.ScrollContainer>
  );
}

function PlainTable<Row>({ caption, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Caption className={classes.hidden}>{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)}>
            {columns.map((column) => (
              <Table.Td key={column.key} className={classOf(column)}>
                {column.render(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string) => void;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const className = classOf(column);
  if (!column.sort || !onSort) {
    return (
      <Table.Th scope="col" className={className}>
        {column.header}
      </Table.Th>
    );
  }
  const order = orderOf(column.sort, sort);
  const next =
    order === 'ascending' ? (column.sort.descending ?? column.sort.ascending) : column.sort.ascending;
  const Arrow = arrows[order];
  return (
    <Table.Th scope="col" aria-sort={order === 'none' ? undefined : order} className={className}>
      <UnstyledButton className={classes.sortButton} onClick={() => onSort(next)}>
        {column.header}
        <Arrow size={16} aria-hidden />
        <VisuallyHidden>{texts.common.sortBy(column.header)}</VisuallyHidden>
      </UnstyledButton>
    </Table.Th>
  );
}

function classOf<Row>({ numeric, actions }: Column<Row>): string | undefined {
  return numeric || actions ? classes.numeric : undefined;
}

type Order = 'ascending' | 'descending' | 'none';

const arrows = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

function orderOf(orders: { ascending: string; descending?: string }, sort: string | undefined): Order {
  if (sort === orders.ascending) return 'ascending';
  return sort !== undefined && sort === orders.descending ? 'descending' : 'none';
}

function Cards<Row>({ caption, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  const head = columns.find((column) => column.primary) ?? columns[0];
  const facts = columns.filter((column) => column !== head && !column.actions);
  const actions = columns.find((column) => column.actions);
  return (
    <Stack gap="sm">
      {onSort && <SortSelect columns={columns} sort={sort} onSort={onSort} />}
      <Stack component="ul" aria-label={caption} gap="sm" m={0} p={0} className={classes.list}>
        {rows.map((row) => (
          <Paper component="li" key={rowKey(row)} withBorder radius="lg" p="md">
            <Text component="div" fw={600} mb={6}>
              {head?.render(row)}
            </Text>
            <dl className={classes.facts}>
              {facts.map((column) => (
                <Fact key={column.key} header={column.header} prose={column.prose}>
                  {column.render(row)}
                </Fact>
              ))}
            </dl>
            {actions && <div className={classes.actions}>{actions.render(row)}</div>}
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

interface FactProps {
  header: string;
  prose: boolean | undefined;
  children: ReactNode;
}

/** A word without a value beside it would look like one that is missing. */
function Fact({ header, prose, children }: FactProps) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div className={classes.fact} data-prose={prose || undefined}>
      {header && <dt>{header}</dt>}
      <dd>{children}</dd>
    </div>
  );
}

interface SortSelectProps<Row> {
  columns: readonly Column<Row>[];
  sort?: string;
  onSort: (sort: string) => void;
}

function SortSelect<Row>({ columns, sort, onSort }: SortSelectProps<Row>) {
  const options = columns.flatMap(({ header, sort: orders }) =>
    orders
      ? [
          { label: header, value: orders.ascending },
          ...(orders.descending
            ? [{ label: texts.common.descending(header), value: orders.descending }]
            : []),
        ]
      : [],
  );
  return (
    <NativeSelect
      className="no-print"
      label={texts.common.sorting}
      size="md"
      data={options}
      value={sort}
      onChange={({ currentTarget }) => onSort(currentTarget.value)}
    />
  );
}
