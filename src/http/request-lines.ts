import type { Log, LogLevel } from '../kernel/log/log.js';
import type { Exchange, ExchangeListener } from './exchanges.js';

/** What is asked every few seconds by machines, or for every picture of a page. */
const QUIET = new Set(['/livez', '/readyz', '/metrics', '/*']);

/** One line for every answer. */
export function requestLines(log: Log): ExchangeListener {
  return (exchange) => {
    const { requestId, method, route, status, ms, code } = exchange;
    const level = levelOf(exchange, log);
    if (log.takes(level)) log.add(level, 'request', { requestId, method, route, status, ms, code });
  };
}

// At a terminal the lines of a whole city's requests would be in the way of everything else.
function levelOf({ route, status }: Exchange, { format }: Log): LogLevel {
  if (status >= 500) return 'warn';
  return QUIET.has(route) || format === 'text' ? 'debug' : 'info';
}
