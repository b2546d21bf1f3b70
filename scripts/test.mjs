import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildStale, root } from './build.mjs';
import { findBrowser } from './find-browser.mjs';
import { findCanaries } from './log-canaries.mjs';
import { prepareData } from './prepared-data.mjs';
import { startTestDatabase } from './test-database.mjs';

/**
 * `npm test [-- <Jest's arguments>]`: prepares only what the chosen tests need, runs them, cleans up, and says as its
 * last line how many passed and failed. Nothing that was left out counts as passed. `npm run attack` comes here as well
 * (attack.mjs).
 */
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  createRequire(import.meta.url).resolve('jest/bin/jest'),
];
const chosen = process.argv.slice(2);
const say = (line) => console.log(line);
const cleanUps = [];
const databaseLogs = [];
const OPEN_HANDLES_MS = 20_000;
const SLOWEST = 12;

let stopping = false;
let child;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    child?.kill(signal);
  });
}

try {
  process.exitCode = report(await runTests());
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
}

async function runTests() {
  const files = listTests();
  const environment = await prepare(files);
  const folder = mkdtempSync(join(tmpdir(), 'olympia-results-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const outputFile = join(folder, 'results.json');
  const figures = join(folder, 'figures.txt');
  if (stopping) throw new Error('Stopped.');
  const logs = join(folder, 'logs');
  mkdirSync(logs, { mode: 0o700 });
  const code = await runJest(outputFile, {
    ...environment,
    OLYMPIA_TEST_FIGURES: figures,
    OLYMPIA_TEST_LOGS: logs,
  });
  const leaks = searchLogs(logs);
  sayFigures(figures);
  if (!existsSync(outputFile)) throw new Error(stopping ? 'Stopped.' : 'Jest ended without a result.');
  return { code, leaks, results: JSON.parse(readFileSync(outputFile, 'utf8')) };
}

function listTests() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...jest, '--listTests', ...chosen], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.trim());
  const files = stdout.split('\n').filter((line) => line.startsWith(root));
  if (files.length === 0) throw new Error('No tests match.');
  return files;
}

async function prepare(files) {
  const environment = {};
  const browser = files.some((file) => /\.browser\.ts$|attack\/offline\//.test(file));
  if (!browser && !files.some((file) => /\.(e2e|attack)\.ts$/.test(file))) return environment;
  await buildStale(say);
  if (browser) environment.CHROMIUM_PATH = await findBrowser(say);
  const [database, data] = await Promise.all([startDatabase(), startPrepared(files)]);
  environment.OLYMPIA_TEST_DATABASE = database.host;
  environment.OLYMPIA_TEST_DATA = data.folder;
  return environment;
}

async function startDatabase() {
  const database = await startTestDatabase();
  cleanUps.push(database.stop);
  databaseLogs.push(database.log);
  return database;
}

async function startPrepared(files) {
  const isAsked = { main: /launch|attack\/(faults|logs)/, demo: /launch-demo|\.browser\.ts$/ };
  const kinds = Object.keys(isAsked).filter((kind) => files.some((file) => isAsked[kind].test(file)));
  const data = await prepareData(kinds);
  cleanUps.push(data.remove);
  return data;
}

function runJest(outputFile, environment) {
  child = spawn(process.execPath, [...jest, '--json', `--outputFile=${outputFile}`, ...chosen], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const watch = setInterval(() => endIfStuck(outputFile), 1000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => clearInterval(watch));
}

/** A test that leaves something open would keep Jest, and whoever waits for it, forever. */
function endIfStuck(outputFile) {
  const written = statSync(outputFile, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  if (Date.now() - written > OPEN_HANDLES_MS) child.kill('SIGKILL');
}

/** Where the time went: what a run costs grows file by file. */
function saySlowest({ testResults }) {
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name,
    seconds: (endTime - startTime) / 1000,
  }));
  const slowest = files.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  say(`\nThe slowest of ${files.length} files:`);
  for (const { name, seconds } of slowest)
    say(`${seconds.toFixed(1).padStart(7)} s  ${relative(root, name)}`);
}

/** Whether anything personal stands in what the programs and the databases of this run have logged. @returns how often */
function searchLogs(folder) {
  const files = [...readdirSync(folder).map((name) => join(folder, name)), ...databaseLogs];
  const { lines, found } = findCanaries(files);
  if (lines > 0)
    say(`\nLogs: ${found.length} canaries in ${lines} lines of ${files.length} programs and databases.`);
  for (const { name, file, line } of found.slice(0, 20))
    console.error(`A log has a ${name} (${file}): ${line}`);
  return found.length;
}

/** What the attacks have measured, a line each, in the order of their names (test/attack/figures.ts). */
function sayFigures(file) {
  if (!existsSync(file)) return;
  say('\nWhat was found:');
  say(readFileSync(file, 'utf8').trim().split('\n').sort().join('\n'));
}

/** Prints the sum and returns the exit code. */
function report({ code, leaks, results }) {
  const passed = results.numPassedTests;
  let failed = results.numFailedTests + results.numRuntimeErrorTestSuites + leaks;
  const left = results.numPendingTests + results.numTodoTests;
  const narrowed = chosen.some((argument) => /^(-t|--testNamePattern)/.test(argument));
  if (left > 0 && !narrowed) {
    console.error(`${left} tests were skipped; a skipped test is a failed one here.`);
    failed += left;
  }
  if (passed + failed === 0) {
    console.error('No test ran.');
    failed = 1;
  }
  if (code !== 0 && failed === 0) {
    console.error('Jest did not end cleanly; a test may have left something open.');
    failed = 1;
  }
  if (results.testResults.length > SLOWEST) saySlowest(results);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
