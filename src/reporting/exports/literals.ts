import pg from 'pg';
import { Parameters } from '../../institutions/institution-filter.js';

/**
 * Parameters for statements that take none (COPY, DECLARE): each becomes a literal in the text. This is the only place where a value
 * from outside gets into the text of a statement; PostgreSQL's own quoting rules, by node-postgres. The values have passed their DTO.
 */
export class Literals extends Parameters {
  /** @throws TypeError for anything but text, number and flag */
  override add(value: unknown): string {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new TypeError(`no literal for ${typeof value}`);
    }
    return pg.escapeLiteral(String(value));
  }
}
