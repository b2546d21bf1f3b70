import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build.mjs';

/** Everybody of the demo city signs in with it, in the tests. */
const PASSWORD = 'vier runde Melonen tanzen';

/**
 * A data folder as the first start leaves it, for tests that are not about that: copying it is ten times as quick.
 * @param {('main' | 'demo')[]} kinds real use, the demo city
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function prepareData(kinds) {
  const folder = mkdtempSync(join(tmpdir(), 'olympia-prepared-'));
  // The server may have to run under another account; its own folder inside stays closed.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const kind of kinds) await startOnce(folder, kind === 'demo' ? ['--demo'] : []);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

async function startOnce(folder, args) {
  const env = {
    ...process.env,
    OLYMPIA_DATA: folder,
    OLYMPIA_DEMO_PASSWORD: PASSWORD,
    // They take a core for a minute.
    OLYMPIA_DEMO_STATISTICS: 'false',
    PORT: String(await freePort()),
  };
  // Not here, where a developer may have an .env of his own.
  const child = spawn(process.execPath, [join(root, 'dist', 'src', 'main.js'), ...args], {
    cwd: folder,
    env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Started in')) child.kill('SIGINT');
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The data for the tests could not be prepared:\n${output}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
