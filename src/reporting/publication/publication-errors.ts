/** Why nothing can be published: no children, or a small cell that nothing left to hide would protect. */
export type NothingReason = 'no_children' | 'cannot_protect';

/** Publishing would give children away, whatever is hidden; or there is nothing to publish. */
export class NothingToPublish extends Error {
  constructor(readonly reason: NothingReason) {
    super(`Nothing to publish: ${reason}`);
    this.name = 'NothingToPublish';
  }
}

/** The computation took longer than allowed. */
export class TimeLimit extends Error {
  constructor(readonly seconds: number) {
    super(`The computation took longer than ${seconds} seconds.`);
    this.name = 'TimeLimit';
  }
}
