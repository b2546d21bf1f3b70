import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

const STAMP = '.built';

/** What is built from what, and how into a given folder. */
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
    build: buildServer,
  },
  {
    name: 'web application',
    sources: ['web', 'package-lock.json'],
    output: 'web/dist',
    build: (folder) => tool('vite', 'vite', ['build', 'web', '--outDir', folder, '--logLevel', 'warn']),
  },
];

/** Never sources: what was built, installed or is a test. */
const IGNORED = /^(node_modules|dist.*|coverage|\..*|.*\.spec\.tsx?)$/;

/**
 * Builds every part that is missing or was built from other sources.
 * @param {(line: string) => void} say told before each build
 * @param {string[]} names only these parts
 * @throws Error when a build fails; its output has been shown by then
 */
export async function buildStale(say, names = PARTS.map(({ name }) => name)) {
  for (const part of PARTS.filter(({ name }) => names.includes(name))) {
    const sources = part.sources.flatMap((source) => filesBelow(join(root, source)));
    const fingerprint = fingerprintOf(sources);
    if (fingerprint === stampOf(part)) continue;
    say(`Building the ${part.name} …`);
    await build(part, fingerprint);
  }
}

/** Beside the old output, which stays in use until the new one is whole: by a server that runs, by tests. */
async function build(part, fingerprint) {
  const output = join(root, part.output);
  const fresh = `${output}.${process.pid}`;
  try {
    if ((await part.build(fresh)) !== 0) throw new Error(`The ${part.name} could not be built.`);
    writeFileSync(join(fresh, STAMP), fingerprint);
    if (existsSync(output)) renameSync(output, `${fresh}.old`);
    renameSync(fresh, output);
  } finally {
    for (const left of [fresh, `${fresh}.old`]) rmSync(left, { recursive: true, force: true });
  }
}

/** Nest takes its output folder from a tsconfig only, and that from below the project. */
async function buildServer(folder) {
  const config = mkdtempSync(join(root, 'node_modules', '.build-'));
  const file = join(config, 'tsconfig.json');
  const extended = join(root, 'tsconfig.build.json');
  writeFileSync(file, JSON.stringify({ extends: extended, compilerOptions: { outDir: folder } }));
  try {
    return await tool('@nestjs/cli', 'nest', ['build', '--path', relative(root, file)]);
  } finally {
    rmSync(config, { recursive: true });
  }
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

/** Runs a command that a package brings; resolves with its exit code. */
function tool(packageName, command, args) {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifest);
  return run(process.execPath, [
    join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]),
    ...args,
  ]);
}

/** Runs a program with this terminal; resolves with its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
