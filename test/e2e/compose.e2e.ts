import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/config/env.js';

const root = join(import.meta.dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Compose {
  services: Record<
    string,
    {
      build?: string;
      volumes?: string[];
      environment: Record<string, string>;
      healthcheck?: object;
      stop_grace_period?: string;
    }
  >;
  volumes: Record<string, unknown>;
}

const compose = parse(text('docker-compose.yml')) as Compose;
const services = Object.values(compose.services);
const mounts = services.flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!));

/** Variables that Compose puts in from .env, nested ones too. */
const interpolated = new Set([...text('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
const explained = new Set([...text('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!));

describe('docker-compose.yml', () => {
  let schema: object;
  beforeAll(() => {
    const linter = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
    const specification = readFileSync(join(linter, 'schemas', 'compose.schema.json'), 'utf8');
    // "id" is how older drafts named a part; Ajv refuses the word, and nothing refers to it.
    schema = JSON.parse(specification, (key, value: unknown) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    ) as object;
  });

  const complaints = (document: unknown): string => {
    // Formats of the specification that Ajv does not know (ports, durations) are notes for people.
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, validateSchema: false });
    return ajv.validate(schema, document) ? '' : ajv.errorsText(ajv.errors, { separator: '\n' });
  };

  it('follows the Compose specification', () => {
    expect(complaints(compose)).toBe('');
  });

  it('would be refused with a wrong key or value (the check is not blind)', () => {
    const app = compose.services['app'];
    expect(complaints({ ...compose, services: { app: { ...app, portz: ['3000:3000'] } } })).toContain(
      'additional',
    );
    expect(complaints({ ...compose, services: { app: { ...app, read_only: ['yes'] } } })).toContain(
      'read_only',
    );
  });

  it('names only files that exist, and volumes that it declares', () => {
    const files = mounts.filter((mount) => mount.startsWith('.'));
    const builds = services.flatMap(({ build }) => (build ? [join(build, 'Dockerfile')] : []));
    expect([...files, ...builds].filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(mounts.filter((mount) => !mount.startsWith('.'))).toEqual(Object.keys(compose.volumes));
  });

  it('checks the health of every service', () => {
    expect(services.every(({ healthcheck }) => healthcheck)).toBe(true);
  });

  it('gives the application only variables that it reads', () => {
    const given = Object.keys(compose.services['app']!.environment);
    expect(given.filter((name) => !VARIABLES.includes(name as never))).toEqual([]);
  });

  it('gives the application what .env says about its end, and the time for it', () => {
    const app = compose.services['app']!;
    expect(app.environment).toHaveProperty('SHUTDOWN_WAIT');
    // 60 seconds at most, and ten for requests that are under way.
    expect(Number.parseInt(app.stop_grace_period!, 10)).toBeGreaterThan(70);
  });

  it('gives the init script every variable that it reads', () => {
    const read = [...text('docker/init-roles.sh').matchAll(/\$([A-Z_]+)|\\getenv \w+ (\w+)/g)];
    const names = read.map(([, shell, psql]) => shell ?? psql!);
    // The image of PostgreSQL sets this one itself when it is not given.
    const given = ['POSTGRES_USER', ...Object.keys(compose.services['database']!.environment)];
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !given.includes(name))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('explains exactly the variables that the application or Compose reads', () => {
    expect([...explained].sort()).toEqual([...new Set([...VARIABLES, ...interpolated])].sort());
  });

  it('leaves everything to its default when it is copied as it is', () => {
    expect(text('.env.example')).not.toMatch(/^[^#\n]/m);
  });
});

describe('Dockerfile', () => {
  const copies = [...text('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
    list!.split(' '),
  );

  it('copies only what exists', () => {
    expect(copies.length).toBeGreaterThan(5);
    expect(copies.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('gets what it copies past .dockerignore', () => {
    const allowed = [...text('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path]) => path!);
    expect(allowed.sort()).toEqual([...new Set(copies)].sort());
  });

  it('starts the program that the build makes', () => {
    const main = /CMD \["node", "--max-semi-space-size=4", "(dist\/(.+)\.js)"\]/.exec(text('Dockerfile'));
    expect(existsSync(join(root, `${main![2]!}.ts`))).toBe(true);
    expect(readdirSync(join(root, 'dist', 'src'))).toContain('main.js');
  });
});
