import { InputPipe } from './input.pipe.js';

const PIPE = new InputPipe();

/**
 * Checks what came by another way than as a body of its own, as if it had.
 * @throws Problem 400, 422 as a route that takes the DTO
 */
export function checked<T extends object>(dto: new () => T, value: unknown): T {
  return PIPE.transform(value, { type: 'body', metatype: dto }) as T;
}
