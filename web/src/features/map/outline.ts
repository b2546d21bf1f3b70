/** Degrees, as the interface gives them and Leaflet takes them. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Kilometres per degree of latitude; of longitude it is this times the cosine of the latitude. */
const KM_PER_DEGREE = 111.32;
const MARGIN_KM = 0.35;
const CORNERS = 12;

/** The middle of some places; they are near each other, so that degrees can be averaged. */
export function centreOf(places: readonly Position[]): Position {
  const mean = (of: (place: Position) => number) =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

const LOWEST_PX = 300;
const HIGHEST_PX = 560;
/** For names above and the scale below. */
const ROOM_PX = 100;

/** How high a map of some places has to be (px) at so much of width: neither cut nor half empty. */
export function heightFor(places: readonly Position[], width: number): number {
  const span = (of: number[]): number => Math.max(...of) - Math.min(...of);
  if (places.length === 0) return LOWEST_PX;
  const high = span(places.map(({ latitude }) => latitude));
  const wide =
    span(places.map(({ longitude }) => longitude)) * Math.cos((centreOf(places).latitude * Math.PI) / 180);
  if (wide === 0) return high === 0 ? LOWEST_PX : HIGHEST_PX;
  const wanted = Math.round((high / wide) * width + ROOM_PX);
  return Math.min(HIGHEST_PX, Math.max(LOWEST_PX, wanted));
}

/**
 * A shape around some places, with a margin: the convex hull of a small circle around each, so that one or two places have a shape, too.
 * A rough picture of where the houses of a district are, never its border.
 */
export function outlineOf(places: readonly Position[]): Position[] {
  return hull(places.flatMap(circle));
}

function circle({ latitude, longitude }: Position): Position[] {
  const stretch = Math.cos((latitude * Math.PI) / 180);
  const radius = MARGIN_KM / KM_PER_DEGREE;
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return {
      latitude: latitude + radius * Math.sin(angle),
      longitude: longitude + (radius * Math.cos(angle)) / stretch,
    };
  });
}

/** Andrew's monotone chain: the lower side from west to east, then the upper one back. */
function hull(points: readonly Position[]): Position[] {
  const sorted = [...points].sort((a, b) => a.longitude - b.longitude || a.latitude - b.latitude);
  return [...side(sorted), ...side(sorted.reverse())];
}

function side(points: readonly Position[]): Position[] {
  const chain: Position[] = [];
  for (const point of points) {
    while (turnsRight(chain, point)) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

/** Whether the way to the point leaves the last corner inside of the shape (or on its edge). */
function turnsRight(chain: readonly Position[], point: Position): boolean {
  const [from, corner] = chain.slice(-2);
  if (!from || !corner) return false;
  const east = corner.longitude - from.longitude;
  const north = corner.latitude - from.latitude;
  return east * (point.latitude - from.latitude) <= north * (point.longitude - from.longitude);
}
