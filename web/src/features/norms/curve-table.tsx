import { Table } from '@mantine/core';
import type { NormCurve } from '../../api/types';
import { texts } from '../../texts/de';
import classes from '../charts/number-table.module.css';
import { formatNumber, PERCENTILES, unitWord, valueWords } from './numbers';

const words = texts.norms;
const MOST_ROWS = 18;

/** The numbers behind a curve, at a handful of ages. */
export function CurveTable({ curve, title }: { curve: NormCurve; title: string }) {
  const every = Math.max(1, Math.ceil(curve.points.length / MOST_ROWS));
  const shown = curve.points.filter((_, index) => index % every === 0 || index === curve.points.length - 1);
  return (
    <Table className={classes.table} verticalSpacing={6}>
      <Table.Caption className={classes.hidden}>
        {words.tableCaption(title, unitWord(curve.unit))}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.ageColumn}</Table.Th>
          {PERCENTILES.toReversed().map((name) => (
            <Table.Th key={name} scope="col">
              {name.toUpperCase()}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((point) => (
          <Table.Tr key={point.age}>
            <Table.Th scope="row">{formatNumber(point.age)}</Table.Th>
            {PERCENTILES.toReversed().map((name) => (
              <Table.Td key={name}>{valueWords(point[name])}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
