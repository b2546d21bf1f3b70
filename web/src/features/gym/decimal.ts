/** Digits behind the comma that a step of a protocol needs: 1 → 0, 0.5 → 1, 0.01 → 2. */
export function decimalsOf(step: number): number {
  const [, fraction = ''] = String(step).split('.');
  return fraction.length;
}

/** A value as it is read and typed, with a comma and as many digits as the step has: 4.5 → "4,50". */
export function formatValue(value: number, step: number): string {
  return value.toFixed(decimalsOf(step)).replace('.', ',');
}

/** What somebody typed, with comma or point, as a number; null if it is none. */
export function parseValue(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
