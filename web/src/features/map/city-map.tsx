import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { texts } from '../../texts/de';
import { useIsPhone } from '../../ui/use-is-phone';
import { HousePopup } from './house-popup';
import { stateOf } from './map-state';
import { type MapPoint, PointMap } from './point-map';
import classes from './point-map.module.css';
import type { MapHouse, MapTiles } from './queries';

const words = texts.cityMap;
const PHONE_PX = 380;
const DESKTOP_PX = 520;

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
  useEffect(() => map?.showGround(tiles, all), [map, tiles, all]);
  useEffect(() => map?.fit(all), [map, all]);
  useEffect(() => map?.showPoints(points), [map, points]);
  const house = points.some(({ id }) => id === selected)
    ? shown.find(({ institutionId }) => institutionId === selected)
    : undefined;
  // In the element itself, so that a picture of it keeps the size that the map was drawn for.
  const height = useIsPhone() ? PHONE_PX : DESKTOP_PX;
  const close = () => {
    onSelect(null);
    if (selected) map?.focusPoint(selected);
  };
  return (
    <div
      className={classes.frame}
      style={{ height }}
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
