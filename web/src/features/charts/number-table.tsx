import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './number-table.module.css';

interface NumberTableProps {
  /** What the table lists, for screen readers. */
  caption: string;
  /** The first column has words, the others numbers. */
  headers: readonly string[];
  /** `href` is the list behind the numbers, if there is one. */
  rows: readonly { key: string; href?: string; cells: readonly ReactNode[] }[];
}

/** The numbers of a chart: few narrow columns, so that it stays a table on a phone. */
export function NumberTable({ caption, headers, rows }: NumberTableProps) {
  return (
    <Table className={classes.table} verticalSpacing={6}>
      <Table.Caption className={classes.hidden}>{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {headers.map((header) => (
            <Table.Th key={header} scope="col">
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, href, cells: [first, ...numbers] }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">
              {href === undefined ? (
                first
              ) : (
                <Anchor component={Link} href={href} inherit>
                  {first}
                </Anchor>
              )}
            </Table.Th>
            {numbers.map((cell, index) => (
              <Table.Td key={headers[index + 1]}>{cell}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
