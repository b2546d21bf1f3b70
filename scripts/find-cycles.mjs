import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './build.mjs';

/*
 * `node scripts/find-cycles.mjs`, a part of `npm run lint`: no file may import itself by way of others. Types may go round, for nothing
 * of them is left when the program runs. ESLint's rule for this reads every file a second time and takes twenty times as long.
 */
const FOLDERS = ['src', 'migrations', 'test', 'scripts', 'benchmarks', 'web/src'];
const SOURCE = /\.(ts|tsx|mjs)$/;
const TYPES_ONLY = /^(import|export) type [^;]*;/gm;

const files = FOLDERS.flatMap((folder) => filesBelow(join(root, folder)));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const cycles = cyclesIn(imports);
for (const cycle of cycles)
  console.error(`Imports go round: ${[...cycle, cycle[0]].map((file) => relative(root, file)).join(' → ')}`);
process.exitCode = cycles.length === 0 ? 0 : 1;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8').replaceAll(TYPES_ONLY, '');
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => resolved(join(dirname(file), name)));
}

/** The file that an import means: TypeScript's are named as what they become, those of the web application without their end. */
function resolved(path) {
  const stem = path.replace(/\.js$/, '');
  return [path, `${stem}.ts`, `${stem}.tsx`].filter((one) => SOURCE.test(one) && existsSync(one)).slice(0, 1);
}

/** Each way round once: down the imports, noting the way that led there. */
function cyclesIn(graph) {
  const found = [];
  const done = new Set();
  const way = [];
  const visit = (file) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push(way.slice(at));
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    way.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
