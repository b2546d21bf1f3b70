import { Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import type { ChartColumn } from '../charts/chart-column';
import { SaveMenu } from '../charts/save-menu';
import { CityMap } from './city-map';
import { MapLegend } from './map-legend';
import { stateOf } from './map-state';
import classes from './point-map.module.css';
import type { CityMap as CityMapData, MapHouse } from './queries';

const words = texts.cityMap;

interface MapPanelProps {
  map: CityMapData;
  /** Those that the legend lets through, in the order of the table. */
  shown: readonly MapHouse[];
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The map itself, what its signs mean, and what it does not show. */
export function MapPanel({ map, shown, selected, onSelect }: MapPanelProps) {
  const drawn = useRef<HTMLDivElement>(null);
  const [tilesFailed, setTilesFailed] = useState(false);
  const tiles = tilesFailed ? null : map.tiles;
  const without = shown.filter(({ latitude }) => latitude === null).length;
  // From the table below, the map may be out of sight.
  useEffect(() => {
    if (selected !== null) drawn.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div className={classes.beside}>
      <Panel
        title={words.panel}
        oneLine
        action={
          <div className="no-print">
            <SaveMenu title={words.panel} summary={undefined} columns={FILE} rows={shown} drawn={drawn} />
          </div>
        }
      >
        <Stack gap="sm" ref={drawn}>
          <MapLegend houses={map.items} />
          <CityMap
            {...{ houses: map.items, shown, tiles, selected, onSelect }}
            onTilesFailed={() => setTilesFailed(true)}
          />
          {without > 0 && <Text size="sm">{words.withoutPosition(without)}</Text>}
          <Text size="sm" c="dimmed">
            {tilesFailed && `${words.tilesFailed} `}
            {tiles ? words.attribution(tiles.attribution) : words.plain} {words.quietDefinition}{' '}
            <span className="no-print">{words.keys}</span>
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}

const FILE: readonly ChartColumn<MapHouse>[] = [
  { key: 'name', header: words.institution, value: ({ name }) => name },
  { key: 'kind', header: words.kind, value: ({ kind }) => wordFor(texts.words.kind, kind) },
  { key: 'district', header: words.district, value: ({ districtName }) => districtName },
  { key: 'state', header: words.state, value: (house) => words.states[stateOf(house)] },
  { key: 'groups', header: words.groupsAll, value: ({ groups }) => groups },
  { key: 'active', header: words.groups, value: ({ activeGroups }) => activeGroups },
  { key: 'children', header: words.children, value: ({ childrenReached }) => childrenReached },
  { key: 'activities', header: words.activities, value: ({ activities }) => activities },
  {
    key: 'last',
    header: words.last,
    value: ({ lastActivityOn }) => lastActivityOn && formatDate(lastActivityOn),
  },
  { key: 'latitude', header: words.latitude, value: ({ latitude }) => latitude, decimals: 6 },
  { key: 'longitude', header: words.longitude, value: ({ longitude }) => longitude, decimals: 6 },
];
