import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './build.mjs';

const ADVICE =
  'The browser tests need Chromium or Chrome. Install one (https://www.google.com/chrome, or "npx playwright-core install ' +
  '--with-deps chromium", or on Debian "apt-get install chromium") or set CHROMIUM_PATH to its program.';

/**
 * The program of a browser for the tests: the one named, one on this machine, Playwright's own, or else one is fetched.
 * @param {(line: string) => void} say told before something is downloaded
 * @returns {Promise<string>} absolute path of the program
 * @throws Error with advice when there is none and none can be had
 */
export async function findBrowser(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but there is no browser that starts. ${ADVICE}`);
  }
  return installed() ?? (await fetchPlaywrights(say)) ?? (await fetchDebians(say)) ?? fail();
}

function installed() {
  return [...onPath(), ...usualPlaces(), playwrights()].find(isProgram);
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return process.platform === 'win32'
    ? []
    : names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return apps.flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform !== 'win32') return [];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return folders.flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
  ]);
}

function playwrights() {
  return chromium.executablePath();
}

async function fetchPlaywrights(say) {
  say('No Chromium found; fetching the one of Playwright …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium']);
  return isProgram(playwrights()) ? playwrights() : undefined;
}

async function fetchDebians(say) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('Installing the Chromium of Debian …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], { env })) !== 0) return undefined;
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  return installed();
}

/** Some systems ship a "chromium" that only asks to install another package; so it has to tell its version. */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows this question would open a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function fail() {
  throw new Error(`There is no browser and none could be fetched. ${ADVICE}`);
}
