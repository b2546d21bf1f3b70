declare module 'pg/lib/utils.js' {
  /** A value of ours as the protocol sends it. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
