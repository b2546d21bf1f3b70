/** Thrown inside a start that is told to stop before it is complete. */
export class Stopped extends Error {}

/** What has been started and must be ended, the last first: also what is only half started when the end comes. */
export class Lifetime {
  private readonly ends: (() => Promise<void>)[] = [];
  private ending: Promise<void> | null = null;

  get over(): boolean {
    return this.ending !== null;
  }

  /**
   * Makes something that has to be ended.
   * @throws Stopped when the end has begun meanwhile; what was made is then ended too
   */
  async hold<T>(make: () => Promise<T>, end: (made: T) => Promise<void>): Promise<T> {
    this.goOn();
    const making = make();
    this.ends.push(async () => {
      const made = await making.catch(() => null);
      if (made !== null) await end(made);
    });
    const made = await making;
    this.goOn();
    return made;
  }

  /** @throws Stopped when the end has begun */
  goOn(): void {
    if (this.over) throw new Stopped();
  }

  /** Ends everything once; later calls wait for the same end. Rejects with the first failure, after all had their turn. */
  end(): Promise<void> {
    this.ending ??= this.endAll();
    return this.ending;
  }

  private async endAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.ends.reverse()) await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}
