import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

const STAMP = '.built';

/** What is built from what. */
const PARTS = [
  {
    name: 'server',
    sources: [
      'src',
      'migrations',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'package-lock.json',
    ],
    output: 'dist',
    program: ['@nestjs/cli', 'nest', 'build'],
  },
  {
    name: 'web application',
    sources: ['web', 'package-lock.json'],
    output: 'web/dist',
    program: ['vite', 'vite', 'build', 'web', '--logLevel', 'warn'],
  },
];

/** Never sources: what was built, installed or is a test. */
const IGNORED = /^(node_modules|dist|coverage|\..*|.*\.spec\.tsx?)$/;

/**
 * Builds every part that is missing or was built from other sources.
 * @param {(line: string) => void} say told before each build
 * @throws Error when a build fails; its output has been shown by then
 */
export async function buildStale(say) {
  for (const part of PARTS) {
    const sources = part.sources.flatMap((source) => filesBelow(join(root, source)));
    const fingerprint = fingerprintOf(sources);
    if (fingerprint === stampOf(part)) continue;
    say(`Building the ${part.name} …`);
    await build(part, fingerprint);
  }
}

async function build({ name, output, program }, fingerprint) {
  const stamp = join(root, output, STAMP);
  rmSync(stamp, { force: true });
  const [packageName, command, ...args] = program;
  const code = await run(process.execPath, [binary(packageName, command), ...args]);
  if (code !== 0) throw new Error(`The ${name} could not be built.`);
  writeFileSync(stamp, fingerprint);
}

function stampOf({ output }) {
  const stamp = join(root, output, STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** Changes with every file that is edited, added, renamed or removed. */
function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(root, file)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !IGNORED.test(name));
  return names.sort().flatMap((name) => filesBelow(join(path, name)));
}

function binary(packageName, command) {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a program with this terminal; resolves with its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
