import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { isUUID, validateSync, type ValidationError } from 'class-validator';
import { type FieldProblem, Problem } from '../problem/problem.js';
import { rememberRules } from './remember-rules.js';

rememberRules();

// More than any form has; each unknown field costs time and a line of the answer.
const MOST_FIELDS = 100;
const PRIMITIVES = new Set<unknown>([String, Number, Boolean, Array, Object]);

/**
 * Turns a body or query into its DTO, or refuses it.
 * 400: the request is not of the right shape (unknown field, object where a value belongs, anything in a query).
 * 422: the shape is right, a value is not.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (!metatype || PRIMITIVES.has(metatype) || (type !== 'body' && type !== 'query')) return value;
    const plain: unknown = type === 'query' ? { ...(value as object) } : value;
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
      throw Problem.badRequest('Erwartet wird ein JSON-Objekt mit den Angaben.');
    }
    assertKeys(plain);
    const dto = plainToInstance(metatype as ClassConstructor<object>, plain);
    const errors = validateSync(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: false },
    });
    if (errors.length > 0) throw problemFor(errors, type);
    return dto;
  }
}

function assertKeys(plain: object): void {
  if (Object.keys(plain).length > MOST_FIELDS) {
    throw Problem.badRequest(`Das sind zu viele Angaben: Höchstens ${MOST_FIELDS} sind möglich.`);
  }
  const dropped = inheritedKey(plain);
  if (dropped !== undefined) {
    const message = unknownField(dropped);
    throw Problem.badRequest(message, { field: dropped, errors: [{ field: dropped, message }] });
  }
}

/** What every object has (`constructor`, `toString`), class-transformer drops without a word; every other unknown field is refused. */
function inheritedKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map(inheritedKey).find((key) => key !== undefined);
  return (
    Object.keys(value).find((key) => key in Object.prototype) ??
    Object.values(value)
      .map(inheritedKey)
      .find((key) => key !== undefined)
  );
}

function problemFor(errors: ValidationError[], type: 'body' | 'query'): Problem {
  const faults = errors.flatMap((error) => leavesOf(error));
  const fields = faults.map((fault) => (type === 'query' ? filterProblem(fault) : fieldProblem(fault)));
  const malformed = type === 'query' || faults.some(isMalformed);
  const [first] = fields;
  return new Problem(
    malformed ? 400 : 422,
    malformed ? 'bad_request' : 'invalid',
    first?.message ?? 'Ungültige Angaben.',
    {
      ...(fields.length === 1 && first && { field: first.field }),
      errors: fields,
    },
  );
}

/** Faults inside of lists, each with the way to it: `groups.2.name`. */
function leavesOf(error: ValidationError, path = error.property): ValidationError[] {
  const { children = [], constraints } = error;
  if (children.length === 0 || constraints) return [{ ...error, property: path }];
  return children.flatMap((child) => leavesOf(child, `${path}.${child.property}`));
}

function isMalformed({ constraints, value }: ValidationError): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject || constraints?.whitelistValidation !== undefined;
}

/** What is wrong with one field, in the words of its decorator. */
export function fieldProblem({ property, constraints = {} }: ValidationError): FieldProblem {
  const message =
    constraints.whitelistValidation === undefined
      ? (Object.values(constraints)[0] ?? 'Ungültige Angabe.')
      : unknownField(property);
  return { field: property.slice(0, 40), message };
}

/** The same of what comes behind a question mark. */
function filterProblem(error: ValidationError): FieldProblem {
  const { field, message } = fieldProblem(error);
  return error.constraints?.whitelistValidation === undefined
    ? { field, message }
    : { field, message: `Den Filter „${field}“ gibt es hier nicht: Bitte weglassen oder anders schreiben.` };
}

function unknownField(name: string): string {
  return `„${name.slice(0, 40)}“ gehört nicht hierher: Dieses Feld ist unbekannt oder darf nicht gesetzt werden.`;
}

/** A path id that is no UUID names nothing that exists: the same 404 as an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value, 'all')) throw Problem.notFound();
    return value.toLowerCase();
  }
}
