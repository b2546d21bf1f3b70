import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from './qr-code.module.css';

/** The standard asks for four modules of white around the code; without them many cameras find nothing. */
const QUIET_ZONE = 4;

interface QrCodeProps {
  /** What the camera reads. */
  value: string;
  /** What the picture is for, for those who do not see it. */
  label: string;
}

/** A QR code, drawn here so that a secret goes to no other service. Dark on white in every colour scheme: many cameras read no other. */
export function QrCode({ value, label }: QrCodeProps) {
  const { data, size } = useMemo(() => encode(value, { border: QUIET_ZONE }), [value]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={darkModules(data)} fill="#000" />
    </svg>
  );
}

/** One path for all dark modules: a run of neighbours is one rectangle. */
function darkModules(rows: boolean[][]): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}h${runFrom(row, x)}v1H${x}z` : '')),
    )
    .join('');
}

function runFrom(row: boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end === -1 ? row.length : end) - start;
}
