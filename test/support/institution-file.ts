const HEAD = 'Kurzzeichen;Einrichtung;Art;Stadtbezirk;Träger (Art);Plätze;Telefon';

/** Rows of invented Kitas, each with a code of its own. */
export function institutionRows(count: number, district: string): string[] {
  return Array.from(
    { length: count },
    (_, i) => `NEU-${i + 1};Kita Neuland ${i + 1};Kita;${district};AWO;${40 + (i % 50)};02323 ${10_000 + i}`,
  );
}

/** A file as Excel saves it. */
export function asFile(rows: string[], head = HEAD): Buffer {
  return Buffer.from(`\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
}
