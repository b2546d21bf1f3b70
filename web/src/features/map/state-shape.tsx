import { texts } from '../../texts/de';
import type { MapState } from './map-state';
import classes from './state-shape.module.css';

/** In a square of 20 × 20: a disc, a triangle, a diamond and a small ring. */
const PATHS: Readonly<Record<MapState, string>> = {
  active: 'M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z',
  quiet: 'M10 1L19.5 18H.5z',
  waiting: 'M10 2L18 10L10 18L2 10z',
  absent: 'M10 5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
};

/** The sign of a state, drawn only; the word stands beside it. */
export function StateShape({ state, size = 18 }: { state: MapState; size?: number }) {
  return (
    <svg
      className={classes.shape}
      data-state={state}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden
    >
      <path d={PATHS[state]} />
    </svg>
  );
}

const SVG = 'http://www.w3.org/2000/svg';

/** The same sign for the map, which is not drawn by React. */
export function shapeElement(state: MapState, size: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 20 20', width: size, height: size, 'data-state': state };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  svg.setAttribute('class', classes.shape ?? '');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[state]);
  svg.append(path);
  return svg;
}

/** The sign with its word. */
export function StateWord({ state }: { state: MapState }) {
  return (
    <span className={classes.words}>
      <StateShape state={state} />
      {texts.cityMap.shortStates[state]}
    </span>
  );
}
