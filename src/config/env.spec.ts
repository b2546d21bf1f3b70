import { describe, expect, it } from '@jest/globals';
import { InvalidEnvironment, readConfiguration } from './env.js';

const refusalOf = (source: Record<string, string>): string => {
  try {
    readConfiguration(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('readConfiguration', () => {
  it('needs nothing: the built-in database on localhost', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      dataDirectory: expect.stringMatching(/[\\/]\.data$/),
      database: null,
      backup: { database: null, passphrase: null, keyFile: null },
      poolSize: 10,
      trustedProxies: 0,
      demoPassword: null,
      demoStatistics: true,
      mail: null,
      secondFactorRequired: true,
      mapTiles: null,
      publicationSeconds: 600,
      shutdownWait: 0,
      logLevel: 'info',
      logFormat: null,
      metricsToken: null,
    });
  });

  it('takes an empty value for none', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: null });
  });

  it('lets the public address follow the port, unless it is set', () => {
    expect(readConfiguration({ PORT: '3110' }).publicUrl).toBe('http://localhost:3110');
    expect(readConfiguration({ PUBLIC_URL: 'https://olympia.example.org/' }).publicUrl).toBe(
      'https://olympia.example.org',
    );
  });

  it('takes a database of one’s own, migrated here or elsewhere', () => {
    const DATABASE_URL = 'postgresql://olympia_app:secret@db:5432/olympia';
    const DATABASE_MIGRATION_URL = 'postgres://olympia_owner:secret@db/olympia?sslmode=verify-full';
    const runtime = { connectionString: DATABASE_URL };
    expect(readConfiguration({ DATABASE_URL }).database).toEqual({ runtime, owner: null });
    expect(readConfiguration({ DATABASE_URL, DATABASE_MIGRATION_URL }).database).toEqual({
      runtime,
      owner: { connectionString: DATABASE_MIGRATION_URL },
    });
  });

  it.each([
    ['PORT', '0', 'whole number from 1 to 65535'],
    ['PORT', '65536', 'whole number from 1 to 65535'],
    ['PORT', '3e3', 'whole number'],
    ['PORT', ' 3000', 'whole number'],
    ['HOST', 'http://localhost', 'host name'],
    ['PUBLIC_URL', 'http://olympia.example.org', 'https://'],
    ['PUBLIC_URL', 'https://olympia.example.org/app', 'without a path'],
    ['PUBLIC_URL', 'olympia.example.org', 'https://'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'https://'],
    ['DATABASE_POOL', '0', 'from 1 to 100'],
    ['TRUSTED_PROXIES', '-1', 'from 0 to 10'],
    ['SMTP_FROM', 'Olympia ruft', 'an address such as'],
    ['SECOND_FACTOR_REQUIRED', 'yes', 'true or false'],
    ['LOG_LEVEL', 'loud', 'error, warn, info or debug'],
    ['LOG_FORMAT', 'xml', 'json or text'],
  ])('refuses %s=%s by a sentence that names it, the value and what is expected', (name, value, expected) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal).toMatch(new RegExp(`^${name} is `));
    expect(refusal).toContain(JSON.stringify(value));
    expect(refusal).toContain(expected);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/olympia'],
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_MIGRATION_URL', 'postgresql://olympia_owner:hunter2@'],
    ['OLYMPIA_DEMO_PASSWORD', 'hunter2'],
    ['METRICS_TOKEN', 'hunter2'],
    ['PUBLIC_URL', 'https://me:hunter2@olympia.example.org'],
    ['SMTP_URL', 'https://me:hunter2@mail.example.org'],
    ['SMTP_URL', 'smtp://hunter2@mail.example.org'],
    ['SMTP_URL', 'smtps://me:hunter2@mail.example.org?tls=none'],
    ['SMTP_URL', 'smtp://me:hunter2@mail.example.org?requireTLS=false'],
  ])('refuses a wrong %s without repeating it', (name, value) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal).toMatch(new RegExp(`^${name} is a value that is not repeated here; expected is `));
    expect(refusal).not.toContain('hunter2');
  });

  it('tells all that is wrong at once', () => {
    expect(refusalOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });

  it.each([
    [
      'smtp://me:p%40ss@mail.example.org',
      { host: 'mail.example.org', port: 587, encryption: 'starttls', auth: { user: 'me', pass: 'p@ss' } },
    ],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, encryption: 'tls', auth: null }],
    ['smtp://relay?tls=none', { host: 'relay', port: 25, encryption: 'none', auth: null }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, encryption: 'none', auth: null }],
  ])('takes %s for a mail server', (SMTP_URL, mail) => {
    const SMTP_FROM = 'Olympia ruft <olympia@example.org>';
    expect(readConfiguration({ SMTP_URL, SMTP_FROM }).mail).toEqual({ ...mail, from: SMTP_FROM });
  });

  it.each([
    'https://tiles.example.org/{z}/{x}/{y}.png',
    'https://tiles.example.org:8443/wmts/map/{z}/{y}/{x}?key=1',
    'http://localhost:8080/{z}/{x}/{y}.png',
  ])('takes %s for tiles of a map', (MAP_TILES) => {
    const MAP_ATTRIBUTION = '© Musterstadt';
    expect(readConfiguration({ MAP_TILES, MAP_ATTRIBUTION }).mapTiles).toEqual({
      url: MAP_TILES,
      attribution: MAP_ATTRIBUTION,
    });
  });

  // One address for one host: whatever else it could contain would end up in the content security policy.
  it.each([
    'https://tiles.example.org/{z}/{x}.png',
    'https://{z}.example.org/{x}/{y}.png',
    'https://tiles.example.org/{z}/{x}/{y}/{y}.png',
    'http://tiles.example.org/{z}/{x}/{y}.png',
    'https://me:hunter2@tiles.example.org/{z}/{x}/{y}.png',
    'javascript:alert(1)//{z}/{x}/{y}',
    'https://*/{z}/{x}/{y}.png',
    'https://a;b/{z}/{x}/{y}.png',
    'https://tiles.example.org/#{z}/{x}/{y}',
    '/tiles/{z}/{x}/{y}.png',
  ])('refuses %s for tiles of a map', (MAP_TILES) => {
    expect(refusalOf({ MAP_TILES, MAP_ATTRIBUTION: '© Musterstadt' })).toMatch(/^MAP_TILES is a value that/);
  });

  it.each([
    [{ MAP_TILES: 'https://tiles.example.org/{z}/{x}/{y}.png' }, 'MAP_ATTRIBUTION (whose map it is) is not'],
    [{ MAP_ATTRIBUTION: '© Musterstadt' }, 'MAP_TILES (the address of the tiles) is not'],
  ])('refuses half a map: %j', (source, sentence) => {
    expect(refusalOf(source)).toContain(sentence);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_FROM (the sender of the mails) is not'],
    [{ SMTP_FROM: 'olympia@example.org' }, 'SMTP_URL (the mail server) is not'],
  ])('refuses half a mail server: %j', (source, sentence) => {
    expect(refusalOf(source)).toContain(sentence);
  });

  it('refuses an owner without a runtime role', () => {
    expect(refusalOf({ DATABASE_MIGRATION_URL: 'postgresql://olympia_owner:pw@db/olympia' })).toContain(
      'DATABASE_URL (the runtime role) is not',
    );
  });
});
