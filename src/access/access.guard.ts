import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Settings } from '../config/settings.js';
import { NOBODY } from '../database/actor.js';
import { SETTINGS } from '../database/tokens.js';
import { Clock } from '../kernel/calendar/clock.js';
import { Problem } from '../kernel/problem/problem.js';
import { ACCESS, PUBLIC } from './access.decorators.js';
import { isSameOrigin } from './same-origin.js';
import { type ActorRequest, networkOf } from './request.js';
import { holds, type Role } from './roles.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionRepository } from './sessions/session.repository.js';

/** Every request passes here: same origin for writes, the session becomes an actor, and the actor must hold a declared role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (!isSameOrigin(request, this.settings.publicUrl)) {
      throw new Problem(
        403,
        'cross_origin',
        'Diese Anfrage kam nicht von dieser Anwendung und wurde abgelehnt.',
      );
    }
    const isPublic = this.reflector.get<boolean | undefined>(PUBLIC, context.getHandler()) ?? false;
    const roles = this.reflector.get<Role[] | undefined>(ACCESS, context.getHandler());
    if (!isPublic && !roles) throw new Error('Handler without @Public() or @Access()');
    await this.bindActor(request, isPublic);
    if (!isPublic) this.authorise(request, roles ?? []);
    return true;
  }

  // Public routes need no session; asking for it would let a dead database stop the liveness probe.
  private async bindActor(request: ActorRequest, isPublic: boolean): Promise<void> {
    const today = this.clock.today();
    const token = isPublic ? null : this.cookie.read(request);
    const actor = token === null ? null : await this.sessions.authenticate(token, today);
    request.work = { actor: actor ?? NOBODY, today, requestId: request.id, origin: networkOf(request.ip) };
  }

  private authorise(request: ActorRequest, roles: Role[]): void {
    const actor = request.work?.actor ?? NOBODY;
    if (actor.kind !== 'person') throw Problem.signedOut();
    if (roles.length > 0 && !roles.some((role) => holds(actor, role))) throw Problem.forbidden();
  }
}
