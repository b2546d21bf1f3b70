import { Problem } from '../../kernel/problem/problem.js';

export function codeIs(error: unknown, code: string): boolean {
  return error instanceof Problem && error.code === code;
}

/** What was read; null where it is not there (for the actor). */
export async function found<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeIs(error, 'not_found')) return null;
    throw error;
  }
}
