import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Json = Record<string, unknown>;

/** The API's description, OpenAPI 3.1, read from the code without a database. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Olympia ruft – participation tracker')
    .setDescription(
      'Institutions, activities and figures of the programme "Olympia ruft – Mach mit!". Errors are RFC 9457 problem details.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl')
    .addCookieAuth('olympia')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A personal access token' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  addProblemResponse(document);
  return withJsonSchemaNulls(document) as OpenAPIObject;
}

/** Every operation may answer with a problem; said once here instead of at each of them. */
function addProblemResponse(document: OpenAPIObject): void {
  const schema = { $ref: '#/components/schemas/ProblemDto' };
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) {
        operation.responses.default = {
          description: 'Problem details',
          content: { 'application/problem+json': { schema } },
        };
      }
    }
  }
}

/** OpenAPI 3.1 is JSON Schema: "or null" is a type, not the keyword `nullable` of 3.0 that the generator writes. */
function withJsonSchemaNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withJsonSchemaNulls);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries<unknown>(
    Object.entries(node).map(([key, value]) => [key, withJsonSchemaNulls(value)]),
  );
  return nullable === true ? orNull(rest) : rest;
}

function orNull(schema: Json): Json {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const withNull = { ...schema, type: [schema.type, 'null'] };
  return Array.isArray(schema.enum) ? { ...withNull, enum: [...(schema.enum as unknown[]), null] } : withNull;
}
