import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Settings } from '../config/settings.js';
import { type Actor, NOBODY, type WorkContext } from '../database/actor.js';
import { type Binding, Database } from '../database/database.js';
import { SETTINGS } from '../database/tokens.js';
import { Clock } from '../kernel/calendar/clock.js';
import { Problem } from '../kernel/problem/problem.js';
import {
  ACCESS,
  ASKS_FIRST,
  BEFORE_SECOND_FACTOR,
  OWN_DEVICE,
  PUBLIC,
  TOKEN_SCOPE,
} from './access.decorators.js';
import { isSameOrigin } from './same-origin.js';
import { type ActorRequest, networkOf } from './request.js';
import { holds, type Role } from './roles.js';
import { lacksSecondFactor } from './second-factor/second-factor-rules.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionRepository } from './sessions/session.repository.js';
import { AccessTokenRepository } from './tokens/access-token.repository.js';
import { presentedToken, type TokenScope } from './tokens/token-scopes.js';

/** Routes of what is fetched as a file. */
const FILES = '/api/exports/';

/** The account for whom a page believes to write. */
const AUTHOR = 'x-author';

type Handler = ReturnType<ExecutionContext['getHandler']>;

/** Every request passes here: same origin for writes, the session becomes an actor, and the actor must hold a declared role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionRepository,
    private readonly tokens: AccessTokenRepository,
    private readonly clock: Clock,
    private readonly database: Database,
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
    const handler = context.getHandler();
    const isPublic = this.reflector.get<boolean | undefined>(PUBLIC, handler) ?? false;
    const roles = this.reflector.get<Role[] | undefined>(ACCESS, handler);
    if (!isPublic && !roles) throw new Error('Handler without @Public() or @Access()');
    this.assertRoom(request, handler, isPublic);
    const binding = this.bindingFor(request, roles ?? [], handler);
    if (binding) {
      request.binding = binding;
      return true;
    }
    request.work = this.workOf(request, isPublic ? NOBODY : await this.identify(request, handler));
    if (!isPublic) this.authorise(request.work.actor, roles ?? [], handler, request);
    return true;
  }

  /** Whoever only reads gives way to those who write, and files before all. @throws Problem 503 */
  private assertRoom({ method, routeOptions }: ActorRequest, handler: Handler, isPublic: boolean): void {
    if (method !== 'GET' || isPublic || this.comesFirst(handler)) return;
    this.database.assertRoom(routeOptions.url?.startsWith(FILES) ? 'file' : 'read');
  }

  /** The same judgement, put off until the handler's first statement; null where it is due at once. */
  private bindingFor(request: ActorRequest, roles: Role[], handler: Handler): Binding | null {
    if (this.reflector.get<boolean | undefined>(ASKS_FIRST, handler) !== true) return null;
    const token = presentedToken(request.headers.authorization) === null ? this.cookie.read(request) : null;
    if (token === null) return null;
    const today = this.clock.today();
    const { statement, actorOf } = this.sessions.lookUp(token, today);
    const admit = (rows: unknown[]): WorkContext => {
      const actor = actorOf(rows) ?? NOBODY;
      this.authorise(actor, roles, handler, request);
      return this.workOf(request, actor, today);
    };
    return { statement, admit };
  }

  private workOf(request: ActorRequest, actor: Actor, today = this.clock.today()): WorkContext {
    return { actor, today, requestId: request.id, origin: networkOf(request.ip) };
  }

  // Not for public routes: asking for the session would let a dead database stop the liveness probe.
  private async identify(request: ActorRequest, handler: Handler): Promise<Actor> {
    const presented = presentedToken(request.headers.authorization);
    if (presented !== null) return this.byToken(presented, request, handler);
    const token = this.cookie.read(request);
    return (token !== null && (await this.sessions.authenticate(token, this.clock.today()))) || NOBODY;
  }

  /** Whoever presents a token is judged by it alone, whatever cookie comes along. */
  private async byToken(token: string, request: ActorRequest, handler: Handler): Promise<Actor> {
    const opened = token === '' ? null : await this.tokens.authenticate(token, this.clock.today());
    if (!opened) throw new Problem(401, 'token_invalid', 'Dieses Zugangstoken gilt nicht (mehr).');
    const scope = this.reflector.get<TokenScope | undefined>(TOKEN_SCOPE, handler);
    if (request.method !== 'GET' || scope === undefined || !opened.scopes.includes(scope)) {
      throw new Problem(403, 'token_scope', 'Dieses Zugangstoken gilt hierfür nicht.');
    }
    return opened.actor;
  }

  /** What the browser asks before all else: who is signed in. Whoever wants to write needs that answer, too. */
  private comesFirst(handler: Handler): boolean {
    return this.reflector.get<boolean | undefined>(BEFORE_SECOND_FACTOR, handler) ?? false;
  }

  private authorise(actor: Actor, roles: Role[], handler: Handler, request: ActorRequest): void {
    if (actor.kind !== 'person') throw Problem.signedOut();
    assertAuthor(actor, request);
    if (!this.comesFirst(handler) && lacksSecondFactor(actor, this.settings)) {
      throw new Problem(
        403,
        'second_factor_required',
        'Mit dieser Rolle ist ein zweiter Faktor Pflicht. Bitte zuerst unter „Mein Konto“ einrichten.',
      );
    }
    if (roles.length > 0 && !roles.some((role) => holds(actor, role))) throw Problem.forbidden();
    if (actor.tablet && !this.isForTablets(request, roles, handler)) {
      throw new Problem(
        403,
        'own_device_only',
        'Das geht nicht auf dem gemeinsamen Tablet. Bitte auf einem eigenen Gerät anmelden.',
      );
    }
  }

  /** What belongs to the work in the house. What an account may do for itself, and files, are for a device of one's own. */
  private isForTablets({ method, routeOptions }: ActorRequest, roles: Role[], handler: Handler): boolean {
    if (this.reflector.get<boolean | undefined>(OWN_DEVICE, handler) === true) return false;
    const { url = '' } = routeOptions;
    if (url.startsWith(FILES) || url.endsWith('.pdf')) return false;
    return method === 'GET' || roles.length > 0 || this.comesFirst(handler);
  }
}

/**
 * A page says for whom it writes. In the meantime somebody else may have signed in, in another window of the same browser or on the same
 * tablet: nothing of the one may be stored as the other's. @throws Problem 409 `other_person`
 */
function assertAuthor({ accountId }: Actor, { headers }: ActorRequest): void {
  const author = headers[AUTHOR];
  if (author === undefined || author === accountId) return;
  throw new Problem(
    409,
    'other_person',
    'In diesem Browser ist inzwischen jemand anders angemeldet. Es wurde nichts gespeichert; bitte die Seite neu laden.',
  );
}
