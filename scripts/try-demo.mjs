import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does what the README says, as somebody who has just cloned: `npm run demo`, sign in, Ctrl-C, and once more on the same data.
 * Prints how long each start took; fails when one does not come up, refuses the sign-in or does not end.
 */
const PASSWORD = 'vier runde Melonen tanzen';
const LONGEST_MS = 180_000;

const data = mkdtempSync(join(tmpdir(), 'olympia-try-'));
try {
  for (const start of ['first', 'later']) console.log(`${start} start: ${await tryOnce()} s`);
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function tryOnce() {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), OLYMPIA_DATA: data, OLYMPIA_DEMO_PASSWORD: PASSWORD };
  const began = performance.now();
  // A group of its own, so that the signal reaches npm and the program as Ctrl-C in a terminal does.
  const child = spawn('npm', ['run', 'demo'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilReady(`http://localhost:${port}`, child, began);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    await signIn(`http://localhost:${port}`);
    return seconds;
  } finally {
    process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}

async function untilReady(url, child, began) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm run demo ended with ${child.exitCode}`);
    if (performance.now() - began > LONGEST_MS) throw new Error('npm run demo did not come up');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'koordination@demo.invalid', password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
