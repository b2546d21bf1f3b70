import { createRequire } from 'node:module';

// jest-runner is a part of jest; reached through it, so that its version cannot differ.
const requireFromJest = createRequire(createRequire(import.meta.url).resolve('jest/package.json'));
const requireFromCore = createRequire(requireFromJest.resolve('@jest/core'));
const { default: TestRunner } = requireFromCore('jest-runner');

/** Browser tests one after another: two browsers on a small machine only make each other late. */
export default class SerialRunner extends TestRunner {
  isSerial = true;
}
