import type { MapTiles } from './settings.js';

/**
 * An address of map tiles: `{z}`, `{x}` and `{y}` stand where the zoom and the place go. By TLS except from the own machine, as browsers
 * load no pictures in clear into a page that came by TLS.
 */
export function isTileAddress(value: string): boolean {
  const places = ['{z}', '{x}', '{y}'];
  if (!URL.canParse(value) || !places.every((place) => value.split(place).length === 2)) return false;
  const { protocol, hostname, username, pathname, search } = new URL(value);
  // In the host they would open the page to more hosts than one.
  const inPath = places.every((place) => decodeURI(pathname + search).includes(place));
  const safe =
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
  return safe && inPath && username === '' && /^[\w.:[\]-]+$/.test(hostname);
}

/** The hosts that a page may load pictures from, for its content security policy. */
export function tileOrigins(tiles: MapTiles | null): string[] {
  return tiles === null ? [] : [new URL(tiles.url).origin];
}
