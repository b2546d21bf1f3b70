import { availableParallelism } from 'node:os';

// Days are Berlin's wherever the server stands; where it usually stands, the day begins an hour or two later.
process.env.TZ = 'UTC';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

// `npm run attack`: the same attacks, for as long as it takes to be sure; each is bounded by itself.
const isLong = process.env.ATTACK === 'long';
const LONG_MS = 45 * 60_000;

/** `npm test -- --selectProjects unit` runs one of them. */
export default {
  // Two more than cores: browsers, starts and kills wait half of their time for disks and frames.
  // The long attacks measure, and so have the machine for themselves.
  maxWorkers: isLong ? 1 : availableParallelism() + 2,
  // Generous: on a small machine that does other things besides, starts of whole servers take their time.
  testTimeout: isLong ? LONG_MS : 60_000,
  testSequencer: './test/support/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/web/src/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/test/support/product-environment.mjs',
      testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
    },
    {
      ...shared,
      displayName: 'attack',
      testEnvironment: '<rootDir>/test/support/product-environment.mjs',
      testMatch: ['<rootDir>/test/attack/**/*.attack.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: '<rootDir>/test/support/product-environment.mjs',
      testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/browser-patience.ts'],
    },
  ],
};
