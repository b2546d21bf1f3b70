import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { texts } from '../../texts/de';
import { useIsPaper } from '../../ui/use-is-paper';
import { useIsPhone } from '../../ui/use-is-phone';
import { HousePopup } from './house-popup';
import { stateOf } from './map-state';
import { heightFor } from './outline';
import { type MapPoint, PointMap } from './point-map';
import classes from './point-map.module.css';
import type { MapHouse, MapTiles } from './queries';

const words = texts.cityMap;
/** About as wide as the map is there. */
const WIDTHS = { phone: 300, desktop: 480 } as const;
/** Nearly the width of an upright sheet, said in so many words: the map is laid out before the sheet is. */
const PAPER_WIDTH = 680;

interface CityMapProps {
  /** All of the filter, which make the map's size and its districts. */
  houses: readonly MapHouse[];
  /** Those that are shown, in their order. */
  shown: readonly MapHouse[];
  tiles: MapTiles | null;
  onTilesFailed: () => void;
  selected: string | null;
  onSelect: (id: string | null) => void;
}

/** The institutions as points; those without a position are elsewhere. */
export function CityMap({ houses, shown, tiles, onTilesFailed, selected, onSelect }: CityMapProps) {
  const [map, attach] = usePointMap({ onSelect, onTilesFailed });
  const all = useMemo(() => pointsOf(houses), [houses]);
  const points = useMemo(() => pointsOf(shown), [shown]);
  useLayoutEffect(() => map?.showGround(tiles, all), [map, tiles, all]);
  const size = useMapSize(all);
  useLayoutEffect(() => map?.fit(all), [map, all, size]);
  useEffect(() => map?.showPoints(points), [map, points]);
  const house = points.some(({ id }) => id === selected)
    ? shown.find(({ institutionId }) => institutionId === selected)
    : undefined;
  const close = () => {
    onSelect(null);
    if (selected) map?.focusPoint(selected);
  };
  return (
    <div
      className={classes.frame}
      // In the element itself, so that a picture of it keeps the size that the map was drawn for.
      style={size}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && selected) close();
      }}
    >
      <div ref={attach} className={classes.map} role="region" aria-label={words.mapLabel} />
      {map && house && (
        <MapPopup key={house.institutionId} map={map} id={house.institutionId}>
          <HousePopup house={house} onClose={close} />
        </MapPopup>
      )}
    </div>
  );
}

/** As high as the city is at its width. */
function useMapSize(points: readonly MapPoint[]) {
  const width = WIDTHS[useIsPhone() ? 'phone' : 'desktop'];
  const isPaper = useIsPaper();
  return useMemo(
    () =>
      isPaper
        ? { width: PAPER_WIDTH, height: heightFor(points, PAPER_WIDTH) }
        : { height: heightFor(points, width) },
    [isPaper, points, width],
  );
}

interface Listeners {
  onSelect: (id: string | null) => void;
  onTilesFailed: () => void;
}

/** The map in an element, which it is taken from when the element goes. */
function usePointMap(listeners: Listeners) {
  const [map, setMap] = useState<PointMap | null>(null);
  const current = useRef(listeners);
  useEffect(() => {
    current.current = listeners;
  });
  const attach = useCallback((element: HTMLDivElement) => {
    const made = new PointMap(element, {
      onSelect: (id) => current.current.onSelect(id),
      onTilesFailed: () => current.current.onTilesFailed(),
    });
    setMap(made);
    return () => {
      made.remove();
      setMap(null);
    };
  }, []);
  return [map, attach] as const;
}

/** React draws what is in the popup, the map where it is. */
function MapPopup({ map, id, children }: { map: PointMap; id: string; children: React.ReactNode }) {
  const [content] = useState(() => document.createElement('div'));
  useEffect(() => {
    map.open(id, content);
    return () => map.close();
  }, [map, id, content]);
  return createPortal(children, content);
}

function pointsOf(houses: readonly MapHouse[]): MapPoint[] {
  return houses.flatMap((house) => {
    const { institutionId: id, name, districtId, districtName, latitude, longitude } = house;
    if (latitude === null || longitude === null) return [];
    return [{ id, name, districtId, districtName, latitude, longitude, state: stateOf(house) }];
  });
}
