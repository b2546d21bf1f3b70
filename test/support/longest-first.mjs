import { createRequire } from 'node:module';

// A part of jest; reached through it, so that its version cannot differ.
const requireFromJest = createRequire(createRequire(import.meta.url).resolve('jest/package.json'));
const requireFromCore = createRequire(requireFromJest.resolve('@jest/core'));
const { default: TestSequencer } = requireFromCore('@jest/test-sequencer');

/** Kinds of files by how long they take, the longest first. */
const KINDS = [
  /\.browser\.ts$/,
  /test\/(attack|e2e\/(launch|access-matrix|row-security))/,
  /\.e2e\.ts$/,
  /embedded-postgres\.spec\.ts$/,
];

/**
 * A clean clone has no durations to go by, and Jest would go by the size of the files. What takes long must not begin last:
 * the other cores would wait for it alone.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => kindOf(a.path) - kindOf(b.path));
  }
}

function kindOf(path) {
  const kind = KINDS.findIndex((pattern) => pattern.test(path));
  return kind < 0 ? KINDS.length : kind;
}
