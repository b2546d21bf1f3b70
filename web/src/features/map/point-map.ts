import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import { texts } from '../../texts/de';
import type { MapState } from './map-state';
import { centreOf, outlineOf, type Position } from './outline';
import classes from './point-map.module.css';
import type { MapTiles } from './queries';
import { shapeElement } from './state-shape';

const words = texts.cityMap;

/** One institution on the map. */
export interface MapPoint extends Position {
  id: string;
  name: string;
  districtId: string;
  districtName: string;
  state: MapState;
}

interface Listeners {
  /** Null: somebody pressed beside the points. */
  onSelect: (id: string | null) => void;
  onTilesFailed: () => void;
}

const SIGN_PX = 20;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const CELL_PX = 80;
const MAX_ZOOM = 18;
const NAMES_PANE = 'names';
/** One house alone shall not be all there is to see. */
const FIT = {
  paddingTopLeft: [24, 40] as L.PointTuple,
  paddingBottomRight: [24, 36] as L.PointTuple,
  maxZoom: 15,
  animate: false,
};

/** Grid lines instead of streets: they move and grow with the map, so that distances can be seen. */
const Grid = L.GridLayer.extend({
  createTile: (): HTMLElement => L.DomUtil.create('div', classes.cell),
}) as new (options?: L.GridLayerOptions) => L.GridLayer;

/** The map itself, which Leaflet draws and not React: a ground, points that are buttons, and one popup for the chosen one. */
export class PointMap {
  private readonly map: L.Map;
  private readonly ground = L.layerGroup();
  private readonly points = L.layerGroup();
  private readonly markers = new Map<string, L.Marker>();
  private readonly popup = L.popup({
    // React says when it is open.
    ...{ closeButton: false, closeOnEscapeKey: false, autoClose: false },
    className: classes.popup,
    offset: [0, -4],
    minWidth: 220,
    maxWidth: 280,
    autoPanPadding: [16, 16],
  });

  constructor(
    container: HTMLElement,
    private readonly listeners: Listeners,
  ) {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const motion = { zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm };
    const bare = { zoomControl: false, attributionControl: false, closePopupOnClick: false };
    this.map = L.map(container, { ...bare, ...motion, maxZoom: MAX_ZOOM });
    this.map.setView([51.5, 7.2], 12);
    const zoomWords = { zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut };
    const zoom = L.control.zoom({ position: 'bottomright', ...zoomWords }).addTo(this.map);
    // Neither on paper nor in the saved picture.
    zoom.getContainer()?.classList.add('no-print');
    // Above the points, which stand close, and below the popup.
    this.map.createPane(NAMES_PANE).style.zIndex = '650';
    L.control.scale({ imperial: false }).addTo(this.map);
    this.ground.addTo(this.map);
    this.points.addTo(this.map);
    this.map.on('click', () => this.listeners.onSelect(null));
    this.wheelOnlyInUse();
  }

  /** Tiles, or a grid with the districts as they may be guessed from the points. */
  showGround(tiles: MapTiles | null, points: readonly MapPoint[]): void {
    this.ground.clearLayers();
    // Pictures are sharp at whole steps only; a grid may fill its frame.
    this.map.options.zoomSnap = tiles === null ? 0.25 : 1;
    if (tiles === null) {
      new Grid({ tileSize: CELL_PX }).addTo(this.ground);
      for (const houses of byDistrict(points)) this.showDistrict(houses);
      return;
    }
    // Tile servers want to know who asks; the address without a path is enough.
    const layer = L.tileLayer(tiles.url, { maxZoom: MAX_ZOOM, referrerPolicy: 'strict-origin' });
    layer.once('tileerror', this.listeners.onTilesFailed).addTo(this.ground);
  }

  /** In the order in which Tab goes from one to the next. */
  showPoints(points: readonly MapPoint[]): void {
    this.points.clearLayers();
    this.markers.clear();
    for (const point of points) this.markers.set(point.id, this.showPoint(point));
    this.stopAt(0);
  }

  fit(points: readonly MapPoint[]): void {
    this.map.invalidateSize();
    if (points.length > 0) this.map.fitBounds(L.latLngBounds(points.map(latLng)), FIT);
  }

  /** @param content is drawn already, so that the popup gets its size */
  open(id: string, content: HTMLElement): void {
    const marker = this.markers.get(id);
    if (!marker) return;
    this.popup.setLatLng(marker.getLatLng()).setContent(content).openOn(this.map);
    content.querySelector('a')?.focus({ preventScroll: true });
  }

  close(): void {
    this.map.closePopup(this.popup);
  }

  /** Back to the point, for whoever came by keyboard. */
  focusPoint(id: string): void {
    this.stopAt([...this.markers.keys()].indexOf(id), true);
  }

  remove(): void {
    this.map.remove();
  }

  private showPoint({ id, name, state, ...position }: MapPoint): L.Marker {
    const holder = L.DomUtil.create('span', classes.sign);
    holder.append(shapeElement(state, SIGN_PX));
    const icon = L.divIcon({ html: holder, className: classes.point, iconSize: [28, 28] });
    const marker = L.marker(latLng(position), { icon, title: name, riseOnHover: true, keyboard: false });
    marker.addTo(this.points);
    const element = marker.getElement();
    element?.setAttribute('role', 'button');
    element?.setAttribute('aria-label', words.point(name, words.states[state]));
    marker.on('click', () => this.listeners.onSelect(id));
    element?.addEventListener('keydown', (event) => this.pressed(event, id));
    return marker;
  }

  private pressed(event: KeyboardEvent, id: string): void {
    const step = STEPS[event.key];
    if (step !== undefined) this.stopAt([...this.markers.keys()].indexOf(id) + step, true);
    else if (event.key === 'Enter' || event.key === ' ') this.listeners.onSelect(id);
    else return;
    event.preventDefault();
  }

  /** One stop for the Tab key, as nobody wants to press it a hundred times; from there the arrow keys go on, around at the ends. */
  private stopAt(place: number, focus = false): void {
    const elements = [...this.markers.values()].map((marker) => marker.getElement());
    const stop = elements.at(place % elements.length);
    for (const element of elements) if (element) element.tabIndex = element === stop ? 0 : -1;
    if (focus) stop?.focus({ preventScroll: true });
  }

  private showDistrict(houses: readonly MapPoint[]): void {
    const outline = outlineOf(houses);
    L.polygon(outline.map(latLng), { className: classes.outline, interactive: false }).addTo(this.ground);
    const html = document.createElement('span');
    html.textContent = houses[0]?.districtName ?? '';
    const icon = L.divIcon({ html, className: classes.district, iconSize: [0, 0] });
    // Above its houses, whose signs would cover it.
    const place = { ...centreOf(houses), latitude: Math.max(...outline.map(({ latitude }) => latitude)) };
    L.marker(latLng(place), {
      icon,
      interactive: false,
      keyboard: false,
      pane: NAMES_PANE,
    }).addTo(this.ground);
  }

  /** Whoever scrolls the page past the map does not want to zoom it. */
  private wheelOnlyInUse(): void {
    this.map.scrollWheelZoom.disable();
    this.map.on('focus', () => this.map.scrollWheelZoom.enable());
    this.map.on('blur', () => this.map.scrollWheelZoom.disable());
  }
}

const latLng = ({ latitude, longitude }: Position): L.LatLngTuple => [latitude, longitude];

function byDistrict(points: readonly MapPoint[]): MapPoint[][] {
  const groups = new Map<string, MapPoint[]>();
  for (const point of points) {
    const group = groups.get(point.districtId);
    if (group) group.push(point);
    else groups.set(point.districtId, [point]);
  }
  return [...groups.values()];
}
