import { isNativeError } from 'node:util/types';
import type { LoggerService } from '@nestjs/common';
import { errorFields } from './error-fields.js';
import type { Log, LogFields, LogLevel } from './log.js';

/** What the framework tells about its own start is of no use to whoever starts the program. */
const FRAMEWORK = /^(Nest|InstanceLoader|Routes?|TypeOrm)/;

/** Lets Nest's `Logger`, and so every class that has one, write to the log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...more: unknown[]): void {
    this.add(FRAMEWORK.test(contextOf(more) ?? '') ? 'debug' : 'info', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.add('warn', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.add('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.add('error', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.add('debug', message, more);
  }

  private add(level: LogLevel, message: unknown, more: unknown[]): void {
    const words = typeof message === 'string' ? message : 'Error';
    const error = [message, ...more].find(isNativeError);
    const fields = more.find(isFields) ?? {};
    this.target.add(level, words, { context: contextOf(more), ...fields, ...(error && errorFields(error)) });
  }
}

// Nest puts the name of the logger behind everything else.
function contextOf(more: unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function isFields(value: unknown): value is LogFields {
  return typeof value === 'object' && value !== null && !isNativeError(value);
}
