const SYSTEMS: [RegExp, string][] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android.*Mobile/, 'Android-Handy'],
  [/Android/, 'Android-Tablet'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** A name by which people recognise their device, and nothing that tells devices of one kind apart. */
export function deviceName(userAgent: string | undefined): string {
  const match = (table: [RegExp, string][]): string | undefined =>
    table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const known = [match(BROWSERS), match(SYSTEMS)].filter((part) => part !== undefined);
  return known.length > 0 ? known.join(' auf ') : 'Unbekanntes Gerät';
}
