import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { OverviewFilter } from '../overview/overview-filter';

type Schemas = components['schemas'];
export type CityMap = Schemas['MapDto'];
export type MapHouse = Schemas['MapHouseDto'];
export type MapTiles = Schemas['MapTilesDto'];

/** The institutions of a city as points. The old ones stay on the screen while those for a new filter are read. */
export function mapQuery(filter: OverviewFilter) {
  return queryOptions({
    queryKey: ['map', filter],
    queryFn: () => unwrap(api.GET('/api/reports/map', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}
