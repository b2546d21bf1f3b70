import { Text, VisuallyHidden } from '@mantine/core';
import type { Import, ImportRow, ImportRowChange, ImportRowError } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { cellWords } from './cell-words';
import classes from './row-list.module.css';

const words = texts.imports.rows;

interface RowListProps {
  label: string;
  rows: readonly ImportRow[];
  fields: Import['fields'];
}

/** Rows of the file, each with what would become of it. */
export function RowList({ label, rows, fields }: RowListProps) {
  const headers = new Map(fields.map(({ name, header }) => [name, header]));
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={row.number} className={classes.row}>
          <span className={classes.number}>{words.row(formatInteger(row.number))}</span>
          <Text span fw={600} className={classes.title}>
            {row.title ?? words.unnamed}
          </Text>
          <Details row={row} headers={headers} />
        </li>
      ))}
    </ul>
  );
}

interface DetailsProps {
  row: ImportRow;
  headers: ReadonlyMap<string, string>;
}

function Details({ row: { status, errors, changes }, headers }: DetailsProps) {
  const nameOf = (field: string) => headers.get(field) ?? field;
  if (status === 'unchanged') return <Text c="dimmed">{words.unchangedRow}</Text>;
  if (status === 'new') return <Text className={classes.details}>{valuesOf(changes, nameOf)}</Text>;
  return (
    <ul className={classes.details}>
      {errors.map((error) => (
        <ErrorLine key={`${error.field} ${error.message}`} error={error} />
      ))}
      {changes.map((change) => (
        <ChangeLine key={change.field} change={change} name={nameOf(change.field)} />
      ))}
    </ul>
  );
}

/** All a new record has, on one line; its name heads the row already. */
function valuesOf(changes: readonly ImportRowChange[], nameOf: (field: string) => string): string {
  return changes
    .filter(({ field, new: value }) => field !== 'name' && value !== null)
    .map(({ field, new: value }) => `${nameOf(field)}: ${cellWords(field, value)}`)
    .join(' · ');
}

function ErrorLine({ error: { field, column, value, message } }: { error: ImportRowError }) {
  const where =
    column === null ? (field === null ? words.wholeRow : words.missingColumn) : words.column(column);
  return (
    <li>
      <Text span inherit c="dimmed">
        {where}
        {column !== null && <>, {value ? words.value(value) : words.noValue}</>}
      </Text>
      <br />
      {message}
    </li>
  );
}

function ChangeLine({ change, name }: { change: ImportRowChange; name: string }) {
  const { field, old, new: value } = change;
  return (
    <li>
      {name}: <del className={classes.old}>{cellWords(field, old)}</del> <span aria-hidden>→</span>
      <VisuallyHidden>{words.becomes}</VisuallyHidden>{' '}
      <ins className={classes.new}>{cellWords(field, value)}</ins>
    </li>
  );
}
