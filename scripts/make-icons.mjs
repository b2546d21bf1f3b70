import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './build.mjs';
import { findBrowser } from './find-browser.mjs';

/**
 * Draws the icons for home screens from web/public/favicon.svg: `node scripts/make-icons.mjs`, after the sign has changed. They are
 * committed, so that a build needs no browser.
 */
const ICONS = [
  { name: 'icon-192.png', size: 192 },
  { name: 'icon-512.png', size: 512 },
  // Systems cut their own shapes out of these: coloured to the edge, the sign within the middle 80 %.
  { name: 'icon-maskable-512.png', size: 512, full: true },
  { name: 'apple-touch-icon.png', size: 180, full: true },
];
const SIGN = 0.8;

const folder = join(root, 'web', 'public');
const svg = readFileSync(join(folder, 'favicon.svg'), 'utf8');
const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (!ground) throw new Error('favicon.svg has no ground to take the colour of.');

const browser = await chromium.launch({
  executablePath: await findBrowser(console.log),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
mkdirSync(join(folder, 'icons'), { recursive: true });
for (const { name, size, full } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const side = full ? Math.round(size * SIGN) : size;
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${full ? ground : 'transparent'}">
      ${svg.replace('<svg ', `<svg width="${side}" height="${side}" `)}</body>`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(folder, 'icons', name), png);
  console.log(`${name}: ${png.length} bytes`);
}
await browser.close();
