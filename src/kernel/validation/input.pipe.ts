import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { isUUID, validateSync, type ValidationError } from 'class-validator';
import { type FieldProblem, Problem } from '../problem/problem.js';

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

function problemFor(errors: ValidationError[], type: 'body' | 'query'): Problem {
  const fields = errors.map(fieldProblem);
  const malformed = type === 'query' || errors.some(isMalformed);
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

function isMalformed({ constraints, value }: ValidationError): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject || constraints?.whitelistValidation !== undefined;
}

function fieldProblem({ property, constraints = {} }: ValidationError): FieldProblem {
  const message =
    constraints.whitelistValidation === undefined
      ? (Object.values(constraints)[0] ?? 'Ungültige Angabe.')
      : `„${property.slice(0, 40)}“ gehört nicht hierher: Dieses Feld ist unbekannt oder darf nicht gesetzt werden.`;
  return { field: property.slice(0, 40), message };
}

/** A path id that is no UUID names nothing that exists: the same 404 as an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value, 'all')) throw Problem.notFound();
    return value.toLowerCase();
  }
}
