import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { OWN_TRANSACTION, PUBLIC } from './access.decorators.js';
import type { ActorRequest } from './request.js';

/** One transaction per request; the answer leaves only after COMMIT. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { work, binding } = context.switchToHttp().getRequest<ActorRequest>();
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (binding) return from(this.database.runBound(binding, handle));
    const own = [OWN_TRANSACTION, PUBLIC].some((mark) =>
      this.reflector.get<boolean | undefined>(mark, context.getHandler()),
    );
    if (own || !work) return next.handle();
    return from(this.database.run(work, handle));
  }
}
