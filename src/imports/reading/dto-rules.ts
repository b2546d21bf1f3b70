import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FieldProblem } from '../../kernel/problem/problem.js';
import { Problem } from '../../kernel/problem/problem.js';
import { fieldProblem } from '../../kernel/validation/input.pipe.js';
import type { Values } from './outcome.js';

/** Values as the API would take them: its own rules and sentences, its own way of storing text. */
export function checkedByDto(
  dto: ClassConstructor<object>,
  values: Values,
): { values: Values; problems: FieldProblem[] } {
  const instance = plainToInstance(dto, values);
  const errors = validateSync(instance, { forbidUnknownValues: true, validationError: { target: false } });
  return { values: { ...instance }, problems: errors.map(fieldProblem) };
}

/** The faults that a rule over several fields throws. */
export function faultsOf(rule: () => void): FieldProblem[] {
  try {
    rule();
    return [];
  } catch (error) {
    if (error instanceof Problem && error.extras.errors) return error.extras.errors;
    throw error;
  }
}
