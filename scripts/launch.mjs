import { buildStale } from './build.mjs';

// Runs the product in this process, so that Ctrl-C under npm reaches it directly.
try {
  await buildStale((line) => console.log(line));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/src/main.js');
