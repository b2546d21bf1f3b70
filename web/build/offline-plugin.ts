import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { OFFLINE_PAGES } from '../src/device/offline-pages.ts';

/** What a device fetches ahead may weigh, in KB compressed: a Kita's line is slow, and each release costs it again. */
const MOST_KB = 560;

/** Files beside the code that the first paint needs. */
const PUBLIC_FILES = ['favicon.svg', 'color-scheme.js'];

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

interface Precached {
  url: string;
  /** Null: the name changes with the content. */
  revision: string | null;
}

/**
 * Builds the service worker to /sw.js, with the list of what it fetches ahead: the start page, the application's own code, and that of
 * the pages that work without a network. The build knows that list by itself.
 */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    async writeBundle(_options, bundle) {
      const files = filesOf(bundle);
      const weight = kilobytesOf(bundle, files);
      config.logger.info(`Fetched ahead: ${files.size} files, ${weight} KB compressed.`);
      if (weight > MOST_KB) throw new Error(`${weight} KB are fetched ahead; at most ${MOST_KB} may be.`);
      await buildServiceWorker(config, listOf(config, bundle, files));
    },
  };
}

async function buildServiceWorker({ root, build: { outDir }, logLevel }: ResolvedConfig, list: Precached[]) {
  await build({
    configFile: false,
    root,
    logLevel,
    define: { __PRECACHE__: JSON.stringify(list) },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: path.join(root, 'src/service-worker/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

/** The names of the scripts and styles that are fetched ahead. */
function filesOf(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const pages = OFFLINE_PAGES.map(({ module }) => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}`));
    if (!found) throw new Error(`${module} is no page of its own (device/offline-pages.ts).`);
    return found;
  });
  const files = new Set<string>();
  [...entries, ...pages].forEach((chunk) => addWithImports(chunk, bundle, files));
  return files;
}

function addWithImports(chunk: Chunk, bundle: Bundle, files: Set<string>): void {
  if (files.has(chunk.fileName)) return;
  files.add(chunk.fileName);
  chunk.viteMetadata?.importedCss.forEach((name) => files.add(name));
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') addWithImports(imported, bundle, files);
  }
}

function listOf({ publicDir }: ResolvedConfig, bundle: Bundle, files: Set<string>): Precached[] {
  const named = [...files].map((name) => ({ url: `/${name}`, revision: null }));
  const ours = PUBLIC_FILES.map((name) => ({
    url: `/${name}`,
    revision: digest(readFileSync(path.join(publicDir, name))),
  }));
  return [{ url: '/index.html', revision: digest(contentOf(bundle, 'index.html')) }, ...ours, ...named];
}

function kilobytesOf(bundle: Bundle, files: Set<string>): number {
  const bytes = [...files].reduce((sum, name) => sum + gzipSync(contentOf(bundle, name)).length, 0);
  return Math.round(bytes / 1024);
}

function contentOf(bundle: Bundle, name: string): Uint8Array | string {
  const output = bundle[name];
  if (!output) throw new Error(`The build has no ${name}.`);
  return output.type === 'chunk' ? output.code : output.source;
}

const digest = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
