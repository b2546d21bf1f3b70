import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const FILE_TYPES = ['text/csv', 'application/octet-stream'];
const FILE_LIMIT_BYTES = 5 * 1_048_576;

/** The route's body is a file as it is, up to 5 MB; everywhere else a body is JSON. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

/** The file's bytes. @throws Problem 415 for any other body */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw wrongType('Erwartet wird eine CSV-Datei (Content-Type: text/csv).');
  return body;
});

/** Lets routes marked by `TakesFile` read files; all others refuse them before a byte is read. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FILE_TYPES, (request: FastifyRequest, payload: IncomingMessage) => {
    const { takesFile } = request.routeOptions.config as { takesFile?: boolean };
    if (!takesFile) throw wrongType('Erwartet wird JSON (Content-Type: application/json).');
    return bytesOf(payload, Number(request.headers['content-length'] ?? 0));
  });
}

async function bytesOf(payload: IncomingMessage, announced: number): Promise<Buffer> {
  if (announced > FILE_LIMIT_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > FILE_LIMIT_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function wrongType(title: string): Problem {
  return new Problem(415, 'unsupported_media_type', title);
}

function tooLarge(): Problem {
  return new Problem(413, 'too_large', 'Die Datei ist zu groß. Erlaubt sind höchstens 5 MB.');
}
