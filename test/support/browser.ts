import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { type Product, type ProductOptions, startProduct } from './product.js';
import { witness } from './witness.js';

export const PASSWORD = 'vier runde Melonen tanzen';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

// Without the background services, which a closed network would refuse one by one.
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// axe-core comes with @axe-core/playwright; reached through it, so that there is one version.
const requireFromAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const AXE = readFileSync(requireFromAxe.resolve('axe-core/axe.min.js'), 'utf8');
const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

interface DeviceOptions {
  /** Keeps the application's code, as every real browser does. Left out else: each profile would fetch all of it ahead. */
  keepsPages?: boolean;
  /** Where the product is reached, if not directly. */
  baseURL?: string;
}

/** The product, and a real Chromium to use it with. */
export interface Stage {
  product: Product;
  browser: Browser;
  /** A fresh browser profile, as on another device; German, with downloads. */
  device(
    size: { width: number; height: number },
    scheme?: 'light' | 'dark',
    options?: DeviceOptions,
  ): Promise<BrowserContext>;
  /** The same with a camera that sees a film (a file of `cameraFilm`); in a browser of its own, to be closed with it. */
  deviceWithCamera(size: { width: number; height: number }, film: string): Promise<BrowserContext>;
  close(): Promise<void>;
}

const DEMO: ProductOptions = {
  args: ['--demo'],
  prepared: 'demo',
  // As a server logs: a line for each request, for the witness of a failure and for the search of all logs.
  env: { OLYMPIA_DEMO_PASSWORD: PASSWORD, LOG_FORMAT: 'json' },
};

/** With the demo city, unless another start is asked for. */
export async function setStage(start: ProductOptions = DEMO): Promise<Stage> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the tests by "npm test".');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const product = await startProduct(start);
  witness(browser, product.log);
  return {
    product,
    browser,
    device: async (viewport, colorScheme = 'light', { keepsPages = false, baseURL = product.url } = {}) => {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
        // What slides away under the pointer takes a click along that comes too soon for any hand.
        reducedMotion: 'reduce',
        baseURL,
        serviceWorkers: keepsPages ? 'allow' : 'block',
      });
      return context.on('page', watchRequests);
    },
    deviceWithCamera: async (viewport, film) => {
      const camera = [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ];
      const watching = await chromium.launch({ executablePath, args: [...FLAGS, ...camera] });
      const context = await watching.newContext({
        ...{ viewport, baseURL: product.url, permissions: ['camera'], reducedMotion: 'reduce' },
      });
      return context.on('page', watchRequests);
    },
    close: async () => {
      await browser.close();
      await product.stop();
    },
  };
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
}

/** No accessibility fault that axe can see, and nothing wider than the screen, once nothing moves any more. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectWithin(page);
  const found = (await axeViolations(page)).map(({ id, targets }) => `${id}: ${targets.join(' | ')}`);
  expect({ page: page.url(), found }).toEqual({ page: page.url(), found: [] });
}

/** Nothing wider than the screen, once nothing moves any more. */
export async function expectWithin(page: Page): Promise<void> {
  await settle(page);
  const sizes = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  const beyond = await page.evaluate<number>(sizes);
  expect({ page: page.url(), beyond }).toEqual({ page: page.url(), beyond: 0 });
}

/** What `axe.run` in the page finds: asked directly, for AxeBuilder opens a second page for each answer, six times as slow. */
async function axeViolations(page: Page): Promise<{ id: string; targets: string[] }[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(AXE_OPTIONS)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) })))`,
  );
}

// Looks from frame to frame, from the second on: a change of size or colours is drawn in the first.
const STILL = `new Promise((done, fail) => {
  const busy = () => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root[data-visible]');
  const moves = ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity;
  const still = () => document.querySelector('h1') && !busy() && !document.getAnimations().some(moves);
  const until = performance.now() + 60_000;
  const look = () => {
    if (still()) done();
    else if (performance.now() > until) fail(new Error('never still: ' + location.pathname));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(() => requestAnimationFrame(look));
})`;

/** Requests under way. */
const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/**
 * Waits until the page has its heading and nothing loads, fades or slides any more, so that colours and places are the ones
 * that stay. Not by "networkidle", which lets half a second pass after each page's last request.
 */
async function settle(page: Page): Promise<void> {
  const requests = underWay.get(page)!;
  do {
    while (requests.size > 0) await sleep(10);
    await page.evaluate(STILL);
  } while (requests.size > 0);
}
