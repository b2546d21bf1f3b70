import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, Refusal } from '../refusal.js';
import { readBackupFile, writeBackupFile } from './backup-file.js';
import type { Frame } from './frames.js';
import type { Secret } from './key.js';
import { CHUNK_BYTES, opened, type Seal, sealed } from './sealed-chunks.js';

const SECRET: Secret = { keyFile: randomBytes(32) };
// Nothing of it can be compressed, so that the file has several chunks.
const ROWS = Array.from({ length: 5 }, () => randomBytes(CHUNK_BYTES / 2));
const FRAMES: Frame[] = [
  { kind: 'head', content: { scope: 'all' } },
  { kind: 'table', content: { name: 'children' } },
  ...ROWS.map((bytes): Frame => ({ kind: 'rows', bytes })),
  { kind: 'end', content: { rows: 5 } },
  { kind: 'manifest', content: { tables: {} } },
];

let folder: string;
let file: string;
let bytes: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-backup-'));
  file = join(folder, 'whole');
  await writeBackupFile(file, SECRET, each(FRAMES));
  bytes = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* each<T>(items: T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What reading says of a file of these bytes. */
async function refusalOf(content: Buffer, secret = SECRET): Promise<Refusal | null> {
  const path = join(folder, 'other');
  writeFileSync(path, content);
  try {
    await all(readBackupFile(path, secret));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const changed = (at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1;
  return copy;
};

describe('a backup file', () => {
  it('holds what was written, for nobody but its owner and the key', async () => {
    expect(await all(readBackupFile(file, SECRET))).toEqual(FRAMES);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(bytes.includes('children')).toBe(false);
  });

  it('is different each time, under the same key', async () => {
    const again = join(folder, 'again');
    await writeBackupFile(again, SECRET, each(FRAMES));
    expect(readFileSync(again).subarray(-64).equals(bytes.subarray(-64))).toBe(false);
  });

  it('opens by a passphrase, however its umlauts were typed', async () => {
    const path = join(folder, 'words');
    await writeBackupFile(path, { passphrase: 'fünf grüne Hüpfbälle' }, each(FRAMES));
    const typed = { passphrase: 'fünf grüne Hüpfbälle'.normalize('NFD') };
    expect(await all(readBackupFile(path, typed))).toHaveLength(FRAMES.length);
    expect((await refusalOf(readFileSync(path), SECRET))?.message).toMatch(/OLYMPIA_BACKUP_PASSPHRASE/);
  });

  it('tells a wrong key from a changed file', async () => {
    const refusal = await refusalOf(bytes, { keyFile: randomBytes(32) });
    expect(refusal?.message).toMatch(/^The passphrase or key file is not the one/);
    expect(refusal?.exitCode).toBe(EXIT.file);
  });

  it('is refused with any byte of its header changed', async () => {
    const end = bytes.indexOf('\n', 30) + 1;
    for (let at = 0; at < end; at += 1)
      expect([at, (await refusalOf(changed(at)))?.exitCode]).toEqual([at, expect.any(Number)]);
  });

  it('is refused with a byte changed anywhere', async () => {
    const places = [
      ...Array.from({ length: 60 }, (_, i) => Math.floor((bytes.length * i) / 60)),
      bytes.length - 1,
    ];
    for (const at of places) expect([at, (await refusalOf(changed(at)))?.exitCode]).toEqual([at, EXIT.file]);
  });

  it('is refused when it was cut off anywhere, at the border of two chunks, too', async () => {
    const start = bytes.indexOf('\n', 30) + 1;
    const border = start + CHUNK_BYTES + 16;
    const places = [
      0,
      10,
      start - 1,
      start,
      start + 1,
      border - 1,
      border,
      border + 1,
      bytes.length - 17,
      bytes.length - 1,
    ];
    for (const at of places)
      expect([at, (await refusalOf(bytes.subarray(0, at)))?.exitCode]).toEqual([at, EXIT.file]);
    expect((await refusalOf(bytes.subarray(0, border)))?.message).toBe(
      'The file is cut off; nothing was changed.',
    );
  });

  it('is refused with something behind its end', async () => {
    expect((await refusalOf(Buffer.concat([bytes, Buffer.alloc(1)])))?.exitCode).toBe(EXIT.file);
    expect((await refusalOf(Buffer.concat([bytes, bytes])))?.exitCode).toBe(EXIT.file);
  });

  it('is refused when it is something else, or of a later format', async () => {
    expect((await refusalOf(Buffer.from('PK\u0003\u0004')))?.message).toBe(
      'The file is no backup of this program.',
    );
    const later = Buffer.from(bytes);
    later.write('2', 'olympia-ruft backup '.length);
    expect((await refusalOf(later))?.exitCode).toBe(EXIT.newer);
  });

  it('never replaces another one, and leaves nothing where it failed', async () => {
    await expect(writeBackupFile(file, SECRET, each(FRAMES))).rejects.toThrow(/exists already/);
    const failing = async function* (): AsyncGenerator<Frame> {
      yield* each(FRAMES.slice(0, 4));
      throw new Error('the database went away');
    };
    await expect(writeBackupFile(join(folder, 'half'), SECRET, failing())).rejects.toThrow('went away');
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
    await expect(writeBackupFile(join(folder, 'none', 'x'), SECRET, each(FRAMES))).rejects.toThrow(
      /\(ENOENT\)/,
    );
    await expect(all(readBackupFile(join(folder, 'none'), SECRET))).rejects.toThrow(/\(ENOENT\)/);
  });
});

describe('sealed chunks', () => {
  const seal: Seal = { key: randomBytes(32), prefix: randomBytes(7), header: randomBytes(32) };
  const open = async (chunks: Buffer[]): Promise<Buffer> =>
    Buffer.concat(await all(opened(seal, each(chunks))));

  it('open to what was sealed, whatever its length', async () => {
    for (const length of [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES]) {
      const content = randomBytes(length);
      const chunks = await all(sealed(seal, each([content])));
      expect(chunks).toHaveLength(Math.max(1, Math.ceil(length / CHUNK_BYTES)));
      expect((await open(chunks)).equals(content)).toBe(true);
    }
  });

  it.each<[string, (chunks: Buffer[]) => Buffer[]]>([
    ['two exchanged', ([a, b, c, d]) => [b!, a!, c!, d!]],
    ['one left out', ([a, , c, d]) => [a!, c!, d!]],
    ['one doubled', ([a, b, c, d]) => [a!, b!, b!, c!, d!]],
    ['the last one left out', ([a, b, c]) => [a!, b!, c!]],
    ['the last one first', ([, , , d]) => [d!]],
  ])('do not open with %s', async (_, mixed) => {
    const chunks = await all(sealed(seal, each([randomBytes(3.5 * CHUNK_BYTES)])));
    await expect(open(mixed(chunks))).rejects.toThrow(Refusal);
  });

  it('do not open under another header, in another file', async () => {
    const chunks = await all(sealed({ ...seal, header: randomBytes(32) }, each([Buffer.from('rows')])));
    await expect(open(chunks)).rejects.toThrow(Refusal);
  });
});
