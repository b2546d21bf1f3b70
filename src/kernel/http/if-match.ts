import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

/** Documents that the route asks for `If-Match`; the value is read by `@IfMatch()`. */
export const RequiresIfMatch = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'Version that was read, in quotes: "3"',
      schema: { type: 'string' },
    }),
  );

/** The version in `If-Match: "3"`. @throws Problem 428 when it is missing, 400 when it is none */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionIn(context.switchToHttp().getRequest<FastifyRequest>());
  if (version === null) throw Problem.preconditionRequired();
  return version;
});

function versionIn(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined) return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match)
    throw Problem.badRequest(
      'If-Match: bitte die gelesene Fassung in Anführungszeichen angeben, zum Beispiel "3".',
    );
  return Number(match[1]);
}
