import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import { OwnTransaction, TokenScope } from '../../access/access.decorators.js';
import type { FileType } from './export.service.js';
import { MEDIA_TYPES } from './send-download.js';

/** Marks a handler that answers a file, to people and to their programs. */
export const Answers = (type: FileType): MethodDecorator =>
  applyDecorators(AnswersToPeople(type), TokenScope('exports'));

/** Marks a handler that answers a file, but never to a program: about single children. */
export const AnswersToPeople = (type: FileType): MethodDecorator => answersFile(MEDIA_TYPES[type]);

/** Marks a handler whose address ends in `.{type}`: the same list as CSV or as a spreadsheet, also for programs. */
export const AnswersList = (): MethodDecorator =>
  applyDecorators(AnswersListToPeople(), TokenScope('exports'));

/** The same, but never for programs: with names of people. */
export const AnswersListToPeople = (): MethodDecorator =>
  applyDecorators(
    answersFile(MEDIA_TYPES.csv, MEDIA_TYPES.xlsx),
    ApiParam({ name: 'type', enum: ['csv', 'xlsx'] }),
  );

/** Marks a handler that streams a file of one of these kinds. */
export const answersFile = (...mediaTypes: string[]): MethodDecorator =>
  applyDecorators(
    OwnTransaction(),
    ApiProduces(...mediaTypes),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );
