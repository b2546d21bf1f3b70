/** Breadth and length as a person writes or copies them, in degrees. */
export interface Position {
  latitude: number | null;
  longitude: number | null;
}

const DEGREES = /-?\d{1,3}(?:[.,]\d{1,15})?/g;

/** "51.54, 7.22", "51,54 7,22" or an address copied from a map; null where there are not exactly two numbers. */
export function positionIn(text: string): Position | null {
  const map = /[?&]mlat=(-?[\d.]+)&mlon=(-?[\d.]+)|#map=\d+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(text);
  const copied = map ? [map[1] ?? map[3], map[2] ?? map[4]] : separated(text);
  const [latitude, longitude, ...more] = copied.map((part) => Number(part?.replace(',', '.')));
  if (latitude === undefined || longitude === undefined || more.length > 0) return null;
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}

// "51,54, 7,22": a comma between digits is a decimal one, unless points do that already.
function separated(text: string): string[] {
  if (/[^\d\s.,;/°NOE+-]/i.test(text)) return [];
  const found = text.includes('.') ? text.replace(/,/g, ' ') : text;
  return found.match(DEGREES) ?? [];
}

/** As it stands in the field: "51,54899 / 7,22018"; '' where there is none. */
export function positionText({ latitude, longitude }: Position): string {
  if (latitude === null || longitude === null) return '';
  return [latitude, longitude].map((value) => String(value).replace('.', ',')).join(' / ');
}
