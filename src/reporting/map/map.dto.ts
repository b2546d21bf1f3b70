import type { PeriodDto } from '../overview/overview.dto.js';

/** How an institution stands, for its sign on the map. */
export const MAP_STATES = ['active', 'quiet', 'waiting', 'absent'] as const;
export type MapState = (typeof MAP_STATES)[number];

/** Where the pictures below the points come from. */
export class MapTilesDto {
  /** Address with `{z}`, `{x}` and `{y}`. */
  url: string;
  /** Whose they are; plain text to be shown on the map. */
  attribution: string;
}

export class MapHouseDto {
  institutionId: string;
  name: string;
  kind: string;
  districtId: string;
  districtName: string;
  /** Degrees (WGS 84); both null until somebody has given them. */
  latitude: number | null;
  longitude: number | null;
  /**
   * quiet: took part for all of the last 20 school days without an activity · active: otherwise, with an activity in the school year ·
   * waiting: takes part, without one so far · absent: does not take part
   */
  state: string;
  groups: number;
  activeGroups: number;
  /** Sum of the sizes of the active groups. */
  childrenReached: number;
  activities: number;
  minutes: number;
  /** In whatever school year. */
  lastActivityOn: string | null;
  /** Calendar days since then, or since the participation began; null for an institution that does not take part. */
  daysSince: number | null;
}

/** Institutions as points, with and without a position; by name. */
export class MapDto {
  /** When the figures were counted. */
  dataAt: string;
  period: PeriodDto;
  /** Null: none are set up; the points then stand on a plain grid. */
  tiles: MapTilesDto | null;
  items: MapHouseDto[];
}
