import { type Schema, resolved } from '../../support/openapi.js';

/** What a field takes. A secret is text that is taken as it is typed, whatever its signs. */
export type Kind =
  'text' | 'secret' | 'date' | 'id' | 'email' | 'number' | 'flag' | 'choice' | 'list' | 'object';

/** A field of a JSON body, at any depth. */
export interface Field {
  /** The way to it, as an answer names it: `houses.0.districtId`. */
  path: string;
  kind: Kind;
  schema: Schema;
}

type Json = Record<string, unknown>;

const SECRETS = ['password', 'current'];
const DEEPEST = 3;

/** Every field that the body has or could have; of an object in it those inside, of lists of objects those of one entry. */
export function fieldsIn(schema: Schema, prefix = '', depth = 0): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const field = resolved(property);
    const path = `${prefix}${name}`;
    const [object, under] = field.items ? [resolved(field.items), `${path}.0.`] : [field, `${path}.`];
    const inside = object.properties && depth < DEEPEST ? fieldsIn(object, under, depth + 1) : [];
    return [{ path, kind: kindOf(field, name), schema: field }, ...inside];
  });
}

export function kindOf(schema: Schema, name: string): Kind {
  const types = [schema.type ?? []].flat();
  if (schema.enum) return 'choice';
  if (types.includes('array')) return 'list';
  if (types.includes('object')) return 'object';
  if (types.includes('boolean')) return 'flag';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (schema.format === 'date') return 'date';
  if (schema.format === 'uuid') return 'id';
  if (schema.format === 'email') return 'email';
  return SECRETS.includes(name) ? 'secret' : 'text';
}

export function mayBeNull({ type, enum: choices }: Schema): boolean {
  return [type ?? []].flat().includes('null') || (choices?.includes(null) ?? false);
}

const MARK = '@@here@@';

/** The body with one field replaced by raw JSON, which no serialiser might write. */
export function withRaw(body: Json, root: Schema, path: string, raw: string): string {
  const copy = structuredClone(body);
  place(copy, root, path.split('.'));
  return JSON.stringify(copy).replace(`"${MARK}"`, () => raw);
}

function place(at: Json, schema: Schema, [name = '', ...rest]: string[]): void {
  if (rest.length === 0) {
    at[name] = MARK;
    return;
  }
  const property = resolved(schema.properties![name]!);
  if (!property.items) {
    at[name] ??= plausible(property);
    place(at[name] as Json, property, rest);
    return;
  }
  const entry = resolved(property.items);
  const list = at[name] as Json[] | undefined;
  if (!list || list.length === 0) at[name] = [plausible(entry)];
  // Behind the place in the list, which is the first.
  place((at[name] as Json[])[0]!, entry, rest.slice(1));
}

// Of the shapes that codes, times and numbers have.
const TEXTS = ['X1', '10:00', 'NW', '12345', '123456', '12345678', '+49 123'];

/** An object that is right by its schema, where the good request has none to change. */
function plausible({ properties = {}, required = [] }: Schema): Json {
  return Object.fromEntries(
    required.map((name) => [name, plausibleValue(resolved(properties[name]!), name)]),
  );
}

function plausibleValue(schema: Schema, name: string): unknown {
  const values: Record<Kind, () => unknown> = {
    text: () => TEXTS.find((text) => new RegExp(schema.pattern ?? '').test(text)),
    secret: () => 'X1',
    date: () => '2026-01-05',
    id: () => '00000000-0000-4000-8000-000000000000',
    email: () => 'a@example.org',
    number: () => schema.minimum ?? 1,
    flag: () => false,
    choice: () => schema.enum![0],
    list: () => [],
    object: () => plausible(schema),
  };
  return values[kindOf(schema, name)]();
}
