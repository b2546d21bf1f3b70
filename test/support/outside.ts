/** What product-environment.mjs offers: the product as it was built, loaded by Node itself and once for all files. */
declare const outside: {
  load(name: string): Promise<unknown>;
  Date: DateConstructor;
  Reflect: typeof Reflect;
};

/**
 * A module of the built product, by its path below src (`mail/mailer.js`), or of a package that the product uses: the very
 * one that a started application runs on, so that `app.get` knows its classes.
 * @example const { Mailer } = await load<typeof import('../../src/mail/mailer.js')>('mail/mailer.js');
 */
export async function load<T>(name: string): Promise<T> {
  return (await outside.load(name)) as T;
}

/** The metadata of the product's decorators; asked for when needed, since browser tests have no product of their own. */
export const outsideReflect = (): typeof Reflect => outside.Reflect;

/** An instant (ISO 8601) as the product knows instants. */
export function outsideDate(instant: string): Date {
  return new outside.Date(instant);
}
