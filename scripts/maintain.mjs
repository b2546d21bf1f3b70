import { buildStale } from './build.mjs';

// In this process, so that Ctrl-C under npm reaches it directly. A container brings what was built, and no sources.
try {
  await buildStale((line) => console.log(line), ['server']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/src/maintain.js');
