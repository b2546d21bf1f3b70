import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type Product, type ProductOptions } from '../support/product.js';

let data: string;
const started: Product[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'olympia-demo-'));
  chmodSync(data, 0o755);
});

afterEach(async () => {
  for (const product of started.splice(0)) await product.stop();
  rmSync(data, { recursive: true, force: true });
});

const start = async (
  env: Record<string, string> = {},
  prepared?: ProductOptions['prepared'],
): Promise<Product> => {
  const product = await startProduct({ args: ['--demo'], env: { OLYMPIA_DATA: data, ...env }, prepared });
  started.push(product);
  return product;
};

const printed = async (product: Product): Promise<{ password: string; emails: string[] }> => {
  const text = await product.said(/Started in/);
  return {
    password: /with the password (\S+) as/.exec(text)![1]!,
    emails: [...text.matchAll(/\S+@demo\.invalid/g)].map(([email]) => email),
  };
};

const signIn = async ({ url }: Product, email: string, password: string): Promise<number> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  return answer.status;
};

describe('npm run demo', () => {
  it('prints one sign-in per role, and each is true; the password is kept, the city made once', async () => {
    const first = await start();
    const { password, emails } = await printed(first);
    expect(emails.map((email) => email.split('@')[0])).toEqual([
      'fachkraft',
      'leitung',
      'coach',
      'koordination',
      'programm',
      'admin',
    ]);
    expect(password.length).toBeGreaterThanOrEqual(15);
    for (const email of emails) expect(await signIn(first, email, password)).toBe(201);
    expect(statSync(join(data, 'demo', 'demo-password')).mode & 0o077).toBe(0);
    expect(await first.stop()).toBe(0);

    const second = await start();
    expect((await printed(second)).password).toBe(password);
    expect(first.output()).toContain('Making the demo city');
    expect(second.output()).not.toContain('Making the demo city');
    expect(await signIn(second, emails[0]!, password)).toBe(201);
    expect(await second.stop()).toBe(0);

    const third = await start({ OLYMPIA_DEMO_PASSWORD: 'Sommerfest 2027' });
    await third.said(/with the password Sommerfest 2027 as/);
    expect(await signIn(third, emails[0]!, 'Sommerfest 2027')).toBe(201);
    expect(await signIn(third, emails[0]!, password)).toBe(401);
  });

  it('never touches the database that is set for real use', async () => {
    const real = 'postgresql://olympia_app@127.0.0.1:1/real';
    const { output } = await start({ DATABASE_URL: real, DATABASE_MIGRATION_URL: real }, 'demo');
    expect(output()).toContain('DATABASE_URL is ignored');
    expect(existsSync(join(data, 'demo', 'postgres'))).toBe(true);
    expect(existsSync(join(data, 'main'))).toBe(false);
  });
});
