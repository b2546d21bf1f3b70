import { isEmail, ValidateBy, validateSync } from 'class-validator';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel } from '../kernel/log/log.js';
import { isTileAddress } from './map-tiles.js';
import type { DatabaseAddress, MailSettings, MapTiles } from './settings.js';
import { isSmtpUrl, mailSettings } from './smtp-url.js';

/** The start is refused; the message names each wrong variable, what it got and what is expected. */
export class InvalidEnvironment extends Error {}

/** For the commands that keep the installation in order; the server itself needs none of it. */
export interface BackupSettings {
  /** A role that reads past row-level security, or null. */
  database: DatabaseAddress | null;
  /** What encrypts backups: words, or the path of a file. At most one of them. */
  passphrase: string | null;
  keyFile: string | null;
}

/** What the environment says about this start. */
export interface Configuration {
  port: number;
  /** Name or address to listen on; `localhost` means both loopback addresses. */
  host: string;
  /** Without a trailing slash. */
  publicUrl: string;
  /** Absolute folder below which the built-in databases keep their data. */
  dataDirectory: string;
  /** A PostgreSQL of one's own, or null: the built-in one. `owner` null: somebody else migrates it. */
  database: { runtime: DatabaseAddress; owner: DatabaseAddress | null } | null;
  backup: BackupSettings;
  poolSize: number;
  trustedProxies: number;
  demoPassword: string | null;
  /** Whether the demo's statistics over children are computed and published after its first start. */
  demoStatistics: boolean;
  mail: MailSettings | null;
  secondFactorRequired: boolean;
  mapTiles: MapTiles | null;
  publicationSeconds: number;
  /** Seconds from "not ready" to the end of taking requests, for a load balancer to notice. */
  shutdownWait: number;
  logLevel: LogLevel;
  /** Null: for people at a terminal, for machines elsewhere. */
  logFormat: LogFormat | null;
  metricsToken: string | null;
}

/** Decorates a variable with what is expected of it; the words end the sentence of the refusal. */
function Expect(expected: string, meets: (value: string) => boolean): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    value === undefined || (typeof value === 'string' && meets(value));
  return ValidateBy({ name: 'expect', validator: { validate, defaultMessage: () => expected } });
}

const wholeNumber = (least: number, most: number): PropertyDecorator =>
  Expect(
    `a whole number from ${least} to ${most}`,
    (value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
  );

const databaseUrl = (): PropertyDecorator =>
  Expect('a URL such as postgresql://role:password@host:5432/database', isDatabaseUrl);

/** The variables of .env.example, all text, all optional. */
class Env {
  @wholeNumber(1, 65_535)
  PORT?: string;

  @Expect('a host name or address such as localhost or 0.0.0.0', (value) => /^[\w.:-]+$/.test(value))
  HOST?: string;

  @Expect('https://… without a path, or http://localhost with a port', isPublicUrl)
  PUBLIC_URL?: string;

  @Expect('a folder', (value) => !value.includes('\0'))
  OLYMPIA_DATA?: string;

  @databaseUrl()
  DATABASE_URL?: string;

  @databaseUrl()
  DATABASE_MIGRATION_URL?: string;

  @databaseUrl()
  DATABASE_BACKUP_URL?: string;

  @Expect('at least 15 characters', (value) => value.length >= 15 && value.length <= 1000)
  OLYMPIA_BACKUP_PASSPHRASE?: string;

  @Expect('the path of a file', (value) => !value.includes('\0'))
  OLYMPIA_BACKUP_KEY_FILE?: string;

  @wholeNumber(1, 100)
  DATABASE_POOL?: string;

  @wholeNumber(0, 10)
  TRUSTED_PROXIES?: string;

  @Expect('8 to 128 characters', (value) => value.length >= 8 && value.length <= 128)
  OLYMPIA_DEMO_PASSWORD?: string;

  @Expect('true or false', (value) => ['true', 'false'].includes(value))
  OLYMPIA_DEMO_STATISTICS?: string;

  @Expect('a URL such as smtp://user:password@mail.example.org:587 or smtps://…:465', isSmtpUrl)
  SMTP_URL?: string;

  @Expect('an address such as olympia@example.org or Olympia ruft <olympia@example.org>', isSender)
  SMTP_FROM?: string;

  @Expect('true or false', (value) => ['true', 'false'].includes(value))
  SECOND_FACTOR_REQUIRED?: string;

  @Expect('a URL such as https://tiles.example.org/{z}/{x}/{y}.png', isTileAddress)
  MAP_TILES?: string;

  @Expect('text of 1 to 200 characters', (value) => value.length <= 200)
  MAP_ATTRIBUTION?: string;

  // The queue gives a job away that takes longer than 900.
  @wholeNumber(10, 840)
  PUBLICATION_SECONDS?: string;

  @wholeNumber(0, 60)
  SHUTDOWN_WAIT?: string;

  @Expect('error, warn, info or debug', (value) => LOG_LEVELS.some((level) => level === value))
  LOG_LEVEL?: string;

  @Expect('json or text', (value) => LOG_FORMATS.some((format) => format === value))
  LOG_FORMAT?: string;

  @Expect('16 to 200 letters, digits or signs, without spaces', (value) =>
    /^[\x21-\x7e]{16,200}$/.test(value),
  )
  METRICS_TOKEN?: string;
}

/** Every variable that is read; .env.example explains each. */
export const VARIABLES = [
  ...(['PORT', 'HOST', 'PUBLIC_URL', 'OLYMPIA_DATA', 'DATABASE_URL', 'DATABASE_MIGRATION_URL'] as const),
  ...(['DATABASE_POOL', 'TRUSTED_PROXIES', 'OLYMPIA_DEMO_PASSWORD', 'LOG_LEVEL'] as const),
  ...(['SMTP_URL', 'SMTP_FROM', 'SECOND_FACTOR_REQUIRED', 'MAP_TILES', 'MAP_ATTRIBUTION'] as const),
  ...(['PUBLICATION_SECONDS', 'OLYMPIA_DEMO_STATISTICS', 'SHUTDOWN_WAIT'] as const),
  ...(['LOG_FORMAT', 'METRICS_TOKEN'] as const),
  ...(['DATABASE_BACKUP_URL', 'OLYMPIA_BACKUP_PASSPHRASE', 'OLYMPIA_BACKUP_KEY_FILE'] as const),
];
const SECRET = new Set([
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_BACKUP_URL',
  'OLYMPIA_BACKUP_PASSPHRASE',
  'OLYMPIA_DEMO_PASSWORD',
  'SMTP_URL',
  'MAP_TILES',
  'METRICS_TOKEN',
]);
/** Variables that say nothing without another one. */
const TOGETHER = [
  ['DATABASE_MIGRATION_URL', 'DATABASE_URL', '(the runtime role)'],
  ['DATABASE_BACKUP_URL', 'DATABASE_URL', '(the runtime role)'],
  ['SMTP_URL', 'SMTP_FROM', '(the sender of the mails)'],
  ['SMTP_FROM', 'SMTP_URL', '(the mail server)'],
  ['MAP_TILES', 'MAP_ATTRIBUTION', '(whose map it is)'],
  ['MAP_ATTRIBUTION', 'MAP_TILES', '(the address of the tiles)'],
] as const;

/**
 * Reads the environment, completed by a file `.env` in the working directory. Libpq's own variables (PGPORT, PGOPTIONS, …)
 * are for other programs and are dropped: DATABASE_URL alone says where the database is.
 * @throws InvalidEnvironment
 */
export function loadConfiguration(): Configuration {
  if (existsSync('.env')) process.loadEnvFile('.env');
  for (const name of Object.keys(process.env))
    if (/^PG[A-Z]+$/.test(name)) Reflect.deleteProperty(process.env, name);
  return readConfiguration(process.env);
}

/** @throws InvalidEnvironment */
export function readConfiguration(source: Readonly<Record<string, string | undefined>>): Configuration {
  const env = new Env();
  // An empty value is none: that is how Compose and .env files leave a variable out.
  for (const name of VARIABLES) if (source[name]) env[name] = source[name];
  const refusals = validateSync(env).map(({ property, value, constraints }) =>
    refusal(property, value as string, Object.values(constraints ?? {}).join(', ')),
  );
  for (const [name, other, what] of TOGETHER)
    if (env[name] && !env[other])
      refusals.push(`${name} is set, but ${other} ${what} is not; both are needed.`);
  if (env.OLYMPIA_BACKUP_PASSPHRASE && env.OLYMPIA_BACKUP_KEY_FILE)
    refusals.push(
      'OLYMPIA_BACKUP_PASSPHRASE and OLYMPIA_BACKUP_KEY_FILE are both set; a backup has one key.',
    );
  if (refusals.length > 0) throw new InvalidEnvironment(refusals.join('\n'));
  return toConfiguration(env);
}

function toConfiguration(env: Env): Configuration {
  const { SMTP_URL: smtpUrl, SMTP_FROM: sender, MAP_TILES: url, MAP_ATTRIBUTION: attribution } = env;
  return {
    ...placeOf(env),
    database: env.DATABASE_URL ? external(env.DATABASE_URL, env.DATABASE_MIGRATION_URL) : null,
    backup: backupOf(env),
    poolSize: Number(env.DATABASE_POOL ?? 10),
    demoPassword: env.OLYMPIA_DEMO_PASSWORD ?? null,
    demoStatistics: env.OLYMPIA_DEMO_STATISTICS !== 'false',
    mail: smtpUrl && sender ? mailSettings(smtpUrl, sender) : null,
    secondFactorRequired: env.SECOND_FACTOR_REQUIRED !== 'false',
    mapTiles: url && attribution ? { url, attribution } : null,
    ...timesOf(env),
    ...watchingOf(env),
  };
}

/** What those learn who look after it. */
function watchingOf(env: Env): Pick<Configuration, 'logLevel' | 'logFormat' | 'metricsToken'> {
  return {
    logLevel: (env.LOG_LEVEL ?? 'info') as LogLevel,
    logFormat: (env.LOG_FORMAT ?? null) as LogFormat | null,
    metricsToken: env.METRICS_TOKEN ?? null,
  };
}

function timesOf(env: Env): Pick<Configuration, 'publicationSeconds' | 'shutdownWait'> {
  return {
    publicationSeconds: Number(env.PUBLICATION_SECONDS ?? 600),
    shutdownWait: Number(env.SHUTDOWN_WAIT ?? 0),
  };
}

function backupOf(env: Env): BackupSettings {
  const {
    DATABASE_BACKUP_URL: url,
    OLYMPIA_BACKUP_PASSPHRASE: words,
    OLYMPIA_BACKUP_KEY_FILE: keyFile,
  } = env;
  return {
    database: url ? { connectionString: url } : null,
    passphrase: words ?? null,
    keyFile: keyFile ?? null,
  };
}

/** Where the server stands, and where its data are. */
function placeOf(
  env: Env,
): Pick<Configuration, 'port' | 'host' | 'publicUrl' | 'dataDirectory' | 'trustedProxies'> {
  const port = Number(env.PORT ?? 3000);
  return {
    port,
    host: env.HOST ?? 'localhost',
    publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${port}`).origin,
    dataDirectory: resolve(env.OLYMPIA_DATA ?? '.data'),
    trustedProxies: Number(env.TRUSTED_PROXIES ?? 0),
  };
}

function external(runtime: string, owner: string | undefined): Configuration['database'] {
  return { runtime: { connectionString: runtime }, owner: owner ? { connectionString: owner } : null };
}

/** Never repeats what is, or may contain, a password: terminals and logs are read by others. */
function refusal(name: string, value: string, expected: string): string {
  const hidden = SECRET.has(name) || value.includes('@');
  const got = hidden ? 'a value that is not repeated here' : JSON.stringify(value.slice(0, 80));
  return `${name} is ${got}; expected is ${expected}.`;
}

function isDatabaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, hostname, pathname } = new URL(value);
  return /^postgres(ql)?:$/.test(protocol) && username !== '' && hostname !== '' && pathname.length > 1;
}

/** Session cookies are `Secure`; without TLS browsers take such cookies from the own machine only. */
function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, username, search, hash } = new URL(value);
  if (pathname !== '/' || username + search + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}

function isSender(value: string): boolean {
  const [, address = value] = /^[^<>"\r\n]*<([^<>]+)>$/.exec(value) ?? [];
  return isEmail(address);
}
