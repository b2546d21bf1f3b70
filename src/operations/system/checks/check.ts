import type { CheckCode } from '../system.dto.js';

/** A question about the data that ought to be answered by 0. */
export interface IntegrityCheck {
  code: CheckCode;
  /** How grave it is when something is found: `bad` for what nobody can bring about by using the product as it is meant. */
  found: 'attention' | 'bad';
  /** One row with the number of what is wrong as `count`; asked with the eyes of the system. */
  sql: string;
}
