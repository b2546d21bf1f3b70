import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

// Each connection keeps a plan per name; texts put together from many filters must not fill it up.
const MOST_NAMES = 300;

const names = new Map<string, string | null>();

/**
 * A statement under a name from its second use on, so that PostgreSQL plans it once per connection: with the policies of row-level
 * security planning costs several times what executing does. What is asked only once stays without a name.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  const name = names.get(text);
  if (name) return { name, text, values };
  if (name === null && names.size <= MOST_NAMES) names.set(text, nameOf(text));
  else if (name === undefined && names.size < MOST_NAMES) names.set(text, null);
  return { text, values };
}

function nameOf(text: string): string {
  return `q${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
}
