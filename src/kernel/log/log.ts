export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `json`: one object a line, for whoever collects logs; `text`: for people at a terminal. */
export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** What a line says beyond its message. Never a personal value: logs are copied, searched and kept by others. */
export type LogFields = Record<string, string | number | undefined>;

export interface LogOptions {
  format: LogFormat;
  /** Lines above it are dropped; `info` if absent. */
  level?: LogLevel;
  /** Takes a line with its end; standard output, and standard error for errors, if absent. */
  write?: (line: string, level: LogLevel) => void;
}

/** Where the program says what it does. */
export class Log {
  readonly format: LogFormat;
  private readonly most: number;
  private readonly write: (line: string, level: LogLevel) => void;

  constructor({ format, level = 'info', write = writeToStreams }: LogOptions) {
    this.format = format;
    this.most = LOG_LEVELS.indexOf(level);
    this.write = write;
  }

  takes(level: LogLevel): boolean {
    return LOG_LEVELS.indexOf(level) <= this.most;
  }

  add(level: LogLevel, message: string, fields: LogFields = {}): void {
    if (!this.takes(level)) return;
    const time = new Date().toISOString();
    const line =
      this.format === 'json'
        ? JSON.stringify({ time, level, message, ...fields })
        : textOf(`${time} ${level.toUpperCase().padEnd(5)} ${message}`, fields);
    this.write(`${line}\n`, level);
  }

  /** For whoever has started the program: at a terminal just the words, whatever the level. */
  say(words: string, level: LogLevel = 'info'): void {
    if (this.format === 'text') return this.write(`${words}\n`, level);
    const time = new Date().toISOString();
    for (const message of words.split('\n').filter((line) => line.trim() !== ''))
      this.write(`${JSON.stringify({ time, level, message })}\n`, level);
  }
}

function textOf(head: string, { stack, ...fields }: LogFields): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const details = known.map(([name, value]) => `${name}=${value ?? ''}`).join(' ');
  return [[head, details].filter(Boolean).join('  '), stack].filter(Boolean).join('\n');
}

function writeToStreams(line: string, level: LogLevel): void {
  (level === 'error' ? process.stderr : process.stdout).write(line);
}
