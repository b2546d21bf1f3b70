import { isNativeError } from 'node:util/types';
import { Problem } from '../kernel/problem/problem.js';

/** What a violated constraint means to a person, by the constraint's name. Each feature brings its own. */
export type ConstraintProblems = Record<string, () => Problem>;

interface DatabaseFault {
  code?: string;
  constraint?: string;
  message?: string;
}

// Connection exceptions, too many connections, shutting down, starting up, and Node's own words for an unreachable server.
const UNAVAILABLE = /^(08...|53300|57P0[123]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
// Serialization failure and deadlock: the same request may well succeed a moment later.
const RETRYABLE = /^(40001|40P01|55P03)$/;

/** Translates a database error by SQLSTATE and constraint name, never by its text; null when it is none we expect. */
export function databaseProblem(error: unknown, constraints: ConstraintProblems): Problem | null {
  const fault = faultOf(error);
  if (!fault) return null;
  if (UNAVAILABLE.test(fault.code ?? '') || isLostConnection(fault)) return unavailable();
  if (RETRYABLE.test(fault.code ?? '')) return Problem.busy(1);
  const known = fault.constraint === undefined ? undefined : constraints[fault.constraint];
  if (known) return known();
  return fault.code === '42501' ? Problem.notFound() : null;
}

function faultOf(error: unknown): DatabaseFault | null {
  // Not instanceof: Node's own errors (an unreachable socket) may come from another realm than ours.
  return isNativeError(error) && ('code' in error || isLostConnection(error)) ? error : null;
}

// node-postgres reports a connection that died under a query without any code.
function isLostConnection({ message = '' }: DatabaseFault): boolean {
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    message,
  );
}

function unavailable(): Problem {
  return new Problem(
    503,
    'database_unavailable',
    'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    {
      retryAfter: 5,
    },
  );
}
