/** Exit codes of the commands, for scripts; 0 is done. */
export const EXIT = {
  /** Could not be done: settings, disk, database. */
  failed: 1,
  /** The file: wrong key, changed, cut off, no backup at all. */
  file: 2,
  /** Made by a newer version. */
  newer: 3,
  /** The database holds data already, or is in use. */
  occupied: 4,
  /** The audit trail is broken. */
  trail: 5,
} as const;

/** Why a command did not do what it was asked for; the message is one sentence for people. */
export class Refusal extends Error {
  constructor(
    readonly exitCode: (typeof EXIT)[keyof typeof EXIT],
    message: string,
  ) {
    super(message);
  }
}

/** The file is not what it claims to be. */
export function damaged(what: string): Refusal {
  return new Refusal(EXIT.file, `The file ${what}; nothing was changed.`);
}
