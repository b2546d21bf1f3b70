import { ROLES } from '../../src/access/roles.js';
import type { TestApp } from './app.js';
import { load, outsideReflect } from './outside.js';

export interface Handler {
  /** Such as `GroupController.list`. */
  name: string;
  handler: object;
}

const { DiscoveryService, MetadataScanner } = await load<typeof import('@nestjs/core')>('@nestjs/core');

/** Every method of the application that answers requests. */
export function handlersOf({ app }: TestApp): Handler[] {
  const scanner = app.get(MetadataScanner, { strict: false });
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ name, metatype }) => {
    const prototype = metatype?.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => outsideReflect().hasMetadata('path', prototype[method]!))
      .map((method) => ({ name: `${String(name)}.${method}`, handler: prototype[method]! }));
  });
}

/** Who may ask it, as the handler itself says it: roles, or `public`. */
export function declaredRoles(handler: object): readonly string[] {
  // Keys of src/access/access.decorators.ts.
  if (outsideReflect().getMetadata('access:public', handler) === true) return ['public'];
  const roles = (outsideReflect().getMetadata('access:roles', handler) ?? []) as readonly string[];
  return roles.length > 0 ? roles : ROLES;
}
