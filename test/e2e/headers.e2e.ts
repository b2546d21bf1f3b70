import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { type BuiltApp, startBuiltApp } from '../support/built-app.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let web: BuiltApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-web-'));
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Startseite</title>');
  writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(webRoot, 'sw.js'), "const HEADERS = '%HEADERS%';");
  writeFileSync(join(folder, 'outside.txt'), 'geheim');
  stage = await Stage.open();
  web = await startBuiltApp({ ...stage.app.settings, webRoot });
});
afterAll(async () => {
  await web.close();
  await stage.close();
  rmSync(folder, { recursive: true });
});

function get(path: string): Promise<Answer> {
  const client = web.client();
  client.cookies.set('olympia', stage.city.people.educator.token);
  return client.get(path);
}

describe.each([
  '/',
  '/einrichtungen/5',
  '/assets/app-1a2b.js',
  '/api/session',
  '/api/unknown',
  '/unknown.js',
  '/sw.js',
])('%s', (path) => {
  test('comes with the headers that keep others out', async () => {
    const { headers } = await get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'self'");
    expect(/script-src[^;]*/.exec(policy)?.[0]).toBe("script-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the service worker', () => {
  test('is asked for each time, and bears what the headers of the start page say', async () => {
    const worker = await get('/sw.js');
    expect(worker.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/javascript; charset=utf-8',
      'permissions-policy': expect.stringMatching(/^camera=\(self\).*geolocation=\(\)/),
      'content-security-policy': expect.stringContaining("worker-src 'self';manifest-src 'self'"),
    });
    expect(worker.text).toMatch(/^const HEADERS = '[0-9a-f]{16}';$/);
    expect((await get('/sw.js')).text).toBe(worker.text);
  });
});

describe('pictures come from here alone', () => {
  const pictures = (answer: Answer): string | undefined =>
    /img-src[^;]*/.exec(String(answer.headers['content-security-policy']))?.[0];

  test('unless tiles are set up for the map: then from their host, too, and nothing else does', async () => {
    expect(pictures(await get('/'))).toBe("img-src 'self' data:");
    const mapTiles = { url: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: '© Musterstadt' };
    const webRoot = join(folder, 'web');
    const mapped = await startBuiltApp({ ...stage.app.settings, mapTiles, webRoot });
    const answer = await mapped.client().get('/livez');
    const worker = await mapped.client().get('/sw.js');
    await mapped.close();
    expect(pictures(answer)).toBe("img-src 'self' data: https://tiles.example.org");
    const policy = String(answer.headers['content-security-policy']);
    expect(policy.split('https://tiles.example.org')).toHaveLength(2);
    // Pages that are kept on a device have to be fetched again, or would not show the map.
    expect(worker.text).not.toBe((await get('/sw.js')).text);
  });
});

test('without TLS nothing is said about TLS, or http://localhost would be shut for a year', async () => {
  expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
});

describe('nothing of the API is kept by anybody on the way', () => {
  test.each([
    ['/api/session', 200],
    ['/api/institutions', 200],
    ['/api/institutions/unknown', 404],
    ['/api/municipalities?limit=-1', 400],
    ['/api/coaches', 403],
    ['/api/%zz', 400],
    ['/api/nothing', 404],
  ])('%s', async (path, status) => {
    const answer = await get(path);
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
  });

  test('nor is a refusal to who is signed out', async () => {
    const answer = await web.client().get('/api/session');
    expect([answer.status, answer.headers['cache-control']]).toEqual([401, 'no-store']);
  });
});

describe('the web application', () => {
  test.each(['/', '/einrichtungen/5', '/a/b/c?d=e.f'])(
    '%s is its start page, asked for anew each time',
    async (path) => {
      const answer = await get(path);
      expect(answer.text).toContain('Startseite');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  test('its hashed files are kept for good', async () => {
    const answer = await get('/assets/app-1a2b.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  test.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/....//outside.txt',
    '/..%5coutside.txt',
    '/%00/index.html',
    '/assets/app-1a2b.js%00.html',
    '/unknown.js',
    '/%c0%ae%c0%ae/outside.txt',
  ])('%s leads nowhere', async (path) => {
    const answer = await get(path);
    expect(answer.text).not.toContain('geheim');
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('an unknown address of the API is a problem, not a page', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/nothing/index.html']) {
      const answer = await get(path);
      expect([path, answer.status, answer.json['code']]).toEqual([path, 404, 'not_found']);
    }
  });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s finds no page',
  async (method) => {
    const answer = await web.client().send(method, '/einrichtungen');
    expect([400, 403, 404, 405]).toContain(answer.status);
  },
);

test('health needs no session, and tells nothing but itself', async () => {
  for (const path of ['/livez', '/readyz']) {
    const answer = await web.client().get(path);
    expect([path, answer.status, answer.text]).toEqual([path, 200, '{"status":"ok"}']);
  }
});
