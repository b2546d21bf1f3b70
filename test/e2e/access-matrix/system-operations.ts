import type { Operation } from './operation.js';

export const SYSTEM: Record<string, Operation> = {
  System_get: { roles: ['administrator'], status: 200 },
};
