import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A part of jest; reached through it, so that its version cannot differ.
const requireFromJest = createRequire(createRequire(import.meta.url).resolve('jest/package.json'));
const requireFromCore = createRequire(requireFromJest.resolve('@jest/core'));
const { TestEnvironment } = createRequire(requireFromCore.resolve('jest-config'))('jest-environment-node');

const BUILT = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'src', '/'));

/**
 * Where tests over HTTP run: beside Jest's own loader, which makes every module anew for every file, they reach the product
 * as it was built. Node loads that once for all files of a worker, and runs it as it does in service.
 */
export default class ProductEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.outside = {
      /** A module of the product, such as `create-app.js`, or of a package. */
      load: (name) => import(name.endsWith('.js') ? new URL(name, BUILT).href : name),
      // An instant for the product must be of its own world, or `instanceof Date` fails there.
      Date,
      // Where the product's decorators have left their marks.
      Reflect,
    };
  }

  /** While the pages of a failing test are still open (witness.ts). */
  async handleTestEvent({ name }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') await this.global.tellOfFailure?.();
  }
}
