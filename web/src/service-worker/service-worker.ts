import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/** Written by the build (build/offline-plugin.ts). */
declare const __PRECACHE__: PrecacheEntry[];

/**
 * Replaced by the server with a digest of the headers that it sends with the start page (src/http/web.ts): a page that is kept keeps
 * its headers too, so other headers make another version.
 */
const HEADERS = '%HEADERS%';

const START_PAGE = '/index.html';

/** Code of the pages that need the network anyway, kept from their first use on. */
const LATER_PAGES = 'olympia-pages';

/** Addresses that the server answers by itself. */
const NOT_OURS = [/^\/api(\/|$)/, /^\/(livez|readyz|metrics)(\/|$)/, /\.[a-z0-9]+$/i];

precacheAndRoute(
  __PRECACHE__.map(({ url, revision }) => ({
    url,
    revision: url === START_PAGE ? `${revision}-${HEADERS}` : (revision ?? null),
  })),
);
cleanupOutdatedCaches();

registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: LATER_PAGES }),
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL(START_PAGE), {
    denylist: NOT_OURS,
  }),
);

/**
 * Where the browser can (Chromium), the API does not even pass through here. Besides the way around, a request that wakes the old worker
 * in the moment in which a new one takes over keeps Chromium from handing over for as long as requests come: the button does nothing, and
 * a page that is loaded anew hangs.
 */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?: (rules: { condition: object; source: 'network' }[]) => Promise<void>;
}

self.addEventListener('install', (event: RoutingInstallEvent) => {
  const rules = ['/api/*', '/livez', '/readyz', '/metrics'].map((pathname) => ({
    condition: { urlPattern: { pathname } },
    source: 'network' as const,
  }));
  // Without it they pass through untouched.
  event.waitUntil(event.addRoutes?.(rules).catch(() => undefined) ?? Promise.resolve());
});

// A new version waits until a page says that nobody is in the middle of something (device/update.ts).
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (isSkip(data)) void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  // The names of that code change with each version; what is used again is fetched again.
  event.waitUntil(caches.delete(LATER_PAGES).then(() => self.clients.claim()));
});

function isSkip(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
}
