import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, PUBLIC } from './access.decorators.js';

const ROUTE_PATH = 'path';

/** The application does not start while a handler has not said who may use it. */
@Injectable()
export class DeclaredAccess implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const missing = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const controller = instance as object;
      const prototype = Object.getPrototypeOf(controller) as object;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) =>
          this.isUndeclaredRoute((prototype as Record<string, unknown>)[method] as () => unknown),
        )
        .map((method) => `${String(name)}.${method}`);
    });
    if (missing.length > 0) throw new Error(`Without @Public() or @Access(): ${missing.join(', ')}`);
  }

  private isUndeclaredRoute(handler: () => unknown): boolean {
    if (Reflect.getMetadata(ROUTE_PATH, handler) === undefined) return false;
    return (
      this.reflector.get(PUBLIC, handler) === undefined && this.reflector.get(ACCESS, handler) === undefined
    );
  }
}
