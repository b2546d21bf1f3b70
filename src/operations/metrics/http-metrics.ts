import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import type { Exchange, Exchanges } from '../../http/exchanges.js';
import { Metrics } from './metrics.js';

/** Seconds; beyond the last a browser has given up. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
// Node's parser lets no other words through than those of the registry of methods; the rare ones count as one.
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const SIGN_IN = '/api/session';
/** Refusals of a sign-in that tell of a wrong secret, or of too many. */
const SIGN_IN_FAILURES: Record<string, string> = {
  wrong_credentials: 'password',
  wrong_code: 'code',
  too_many_attempts: 'throttled',
};

/** Requests, how long they take, and what looks like guessing. */
@Injectable()
export class HttpMetrics {
  private readonly requests: Counter<'method' | 'route' | 'status'>;
  private readonly durations: Histogram<'method' | 'route'>;
  private readonly signInFailures: Counter<'reason'>;
  private readonly throttled: Counter;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics.registry];
    this.requests = new Counter({
      name: 'olympia_http_requests_total',
      help: 'Answered requests; status 499: the client hung up before.',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'olympia_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer.',
      labelNames: ['method', 'route'],
      buckets: BUCKETS,
      registers,
    });
    this.signInFailures = new Counter({
      name: 'olympia_sign_in_failures_total',
      help: 'Sign-ins refused for a wrong password, a wrong code, or too many of them.',
      labelNames: ['reason'],
      registers,
    });
    this.throttled = new Counter({
      name: 'olympia_throttled_total',
      help: 'Requests told to wait because of too many before them.',
      registers,
    });
    // A series that begins with its first failure hides that one from an alert on its increase.
    for (const reason of Object.values(SIGN_IN_FAILURES)) this.signInFailures.inc({ reason }, 0);
  }

  listenTo(exchanges: Exchanges): void {
    if (this.metrics.areRead) exchanges.listen((exchange) => this.count(exchange));
  }

  private count({ method: word, route, status, ms, code }: Exchange): void {
    const method = METHODS.has(word) ? word : 'other';
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, ms / 1000);
    if (code === 'too_many_attempts') this.throttled.inc();
    const reason = SIGN_IN_FAILURES[code ?? ''];
    if (reason && route === SIGN_IN) this.signInFailures.inc({ reason });
  }
}
