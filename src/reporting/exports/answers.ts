import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { OwnTransaction, TokenScope } from '../../access/access.decorators.js';
import type { FileType } from './export.service.js';
import { MEDIA_TYPES } from './send-download.js';

/** Marks a handler that answers a file, to people and to their programs. */
export const Answers = (type: FileType): MethodDecorator =>
  applyDecorators(AnswersToPeople(type), TokenScope('exports'));

/** Marks a handler that answers a file, but never to a program: about single children. */
export const AnswersToPeople = (type: FileType): MethodDecorator =>
  applyDecorators(
    OwnTransaction(),
    ApiProduces(MEDIA_TYPES[type]),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );
