import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { ActorRequest } from './request.js';

/** By what an answer calls a grown-up, wherever it stands; each of them may be null. */
const NAMES = new Set(['contactName', 'coachName']);

/** Names are for people: what a program with a token is answered has none (docs/decisions/0035-files-that-say-what-they-are.md). */
@Injectable()
export class NamelessInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { work } = context.switchToHttp().getRequest<ActorRequest>();
    return work?.actor.byToken ? next.handle().pipe(map(withoutNames)) : next.handle();
  }
}

/** The same, without names; what is no plain data (a file) stays as it is. */
function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, NAMES.has(key) ? null : withoutNames(held)]),
  );
}
