import { readFileSync } from 'node:fs';

export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  $ref?: string;
}

/** An operation with its place in the API. */
export interface Route {
  operationId: string;
  method: string;
  path: string;
  /** The address as the document has it: `/api/groups/{id}`. */
  template: string;
  access: string[];
  query: { name: string; schema: Schema }[];
  /** Of the JSON body, null where there is none. */
  body: Schema | null;
  /** Whether its body is a file as it is. */
  takesFile: boolean;
  needsIfMatch: boolean;
  /** Every id that the query or the body takes, such as `groupId`, `childIds.[]` or `groups.[].fromGroupId`. */
  ids: { field: string; in: 'query' | 'body' }[];
}

interface Operation {
  operationId: string;
  'x-access'?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: { 'application/json'?: { schema: Schema }; 'text/csv'?: { schema: Schema } } };
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let read: Document | null = null;
function document(): Document {
  read ??= JSON.parse(readFileSync('openapi.json', 'utf8')) as Document;
  return read;
}

/** The schema itself, where it only names or wraps another one. */
export function resolved(schema: Schema): Schema {
  const { $ref, allOf, anyOf, ...rest } = schema;
  if (allOf?.length === 1) return { ...resolved(allOf[0]!), ...rest };
  const [only, ...others] = anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (only && others.length === 0) {
    const { enum: choices, ...inner } = resolved(only);
    return { ...inner, ...rest, ...(choices && { enum: [...choices, null] }) };
  }
  return $ref ? (document().components.schemas[$ref.split('/').at(-1) ?? ''] ?? schema) : schema;
}

/** Every operation of openapi.json. */
export function readRoutes(): Route[] {
  const { paths } = document();
  const idsIn = (unresolved: Schema, field: string): string[] => {
    const schema = resolved(unresolved);
    if (schema.format === 'uuid') return [field];
    const under = (name: string): string => (field === '' ? name : `${field}.${name}`);
    return [
      ...[...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((part) => idsIn(part, field)),
      ...(schema.items ? idsIn(schema.items, under('[]')) : []),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => idsIn(part, under(name))),
    ];
  };
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { operationId, parameters = [], requestBody } = operation;
      // Where the address names one of fixed things, the first of them.
      const path = parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, schema }) => [`{${name}}`, resolved(schema).enum?.[0]] as const)
        .reduce(
          (filled, [place, first]) => filled.replace(place, typeof first === 'string' ? first : place),
          template,
        );
      const json = requestBody?.content['application/json'];
      const query = parameters.filter((parameter) => parameter.in === 'query');
      return {
        ...{ operationId, path, template, access: operation['x-access'] ?? [] },
        method: method.toUpperCase(),
        query,
        body: json ? resolved(json.schema) : null,
        takesFile: requestBody?.content['text/csv'] !== undefined,
        needsIfMatch: parameters.some(({ name, required }) => name === 'If-Match' && required),
        ids: [
          ...query
            .flatMap(({ name, schema }) => idsIn(schema, name))
            .map((field) => ({ field, in: 'query' as const })),
          ...(json ? idsIn(json.schema, '') : []).map((field) => ({ field, in: 'body' as const })),
        ],
      };
    }),
  );
}
