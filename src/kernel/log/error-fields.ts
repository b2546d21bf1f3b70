import { isNativeError } from 'node:util/types';
import type { LogFields } from './log.js';

// From the first quote to the last one, or to the end where there is just one.
const VALUES =
  /^([^"'`´‘’“”„‚«»‹›<>]*)["'`´‘’“”„‚«»‹›<>](?:.*["'`´‘’“”„‚«»‹›<>]([^"'`´‘’“”„‚«»‹›<>]*)|[^"'`´‘’“”„‚«»‹›<>]*)$/s;
const ADDRESS = /[^\s@,;:()]+@[^\s@,;:()]+/g;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const FRAMES = 12;

/**
 * What a log may say about an error: what it is, where it was thrown, and its message without what stands in quotes or looks like an address.
 * Errors repeat what they are about: PostgreSQL the value it could not read and, in its `detail`, whole rows; JSON.parse the text;
 * mail servers the recipient.
 */
export function errorFields(error: unknown): LogFields {
  // Not instanceof: Node's own errors may come from another realm.
  if (!isNativeError(error)) return { error: typeof error };
  const { code, constraint, table, column, cause } = error as NodeJS.ErrnoException & DatabaseWords;
  const isSqlState = typeof code === 'string' && SQLSTATE.test(code);
  return {
    error: error.name,
    ...(isSqlState ? { sqlstate: code, constraint, table, column } : { code }),
    reason: withoutValues(error.message),
    cause: isNativeError(cause) ? [cause.name, codeOf(cause)].filter(Boolean).join(' ') : undefined,
    stack: framesOf(error),
  };
}

/** The message up to its first quote and from its last one on, its first line alone, with mail addresses left out. */
export function withoutValues(message: string): string {
  const [, before = message, after = ''] = VALUES.exec(message) ?? [];
  const hidden = before === message ? '' : '"…"';
  return `${before}${hidden}${after}`.replace(ADDRESS, '…').split('\n', 1)[0] ?? '';
}

/** Names of the schema, which PostgreSQL tells apart from the values. */
interface DatabaseWords {
  constraint?: string;
  table?: string;
  column?: string;
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

// The stack begins with the message, which may have several lines of its own.
function framesOf({ name, message, stack = '' }: Error): string {
  const head = message === '' ? name : message;
  const at = stack.indexOf(head);
  const frames = (at < 0 ? stack : stack.slice(at + head.length)).split('\n');
  return frames
    .filter((line) => /^ {4}at [^\n]+(:\d+:\d+\)?|\(<anonymous>\))$/.test(line))
    .slice(0, FRAMES)
    .join('\n');
}
