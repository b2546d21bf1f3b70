import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { ROLES, type Role } from './roles.js';
import type { TokenScope as Scope } from './tokens/token-scopes.js';

export const PUBLIC = 'access:public';
export const ACCESS = 'access:roles';
export const OWN_TRANSACTION = 'access:own-transaction';
export const ASKS_FIRST = 'access:asks-first';
export const BEFORE_SECOND_FACTOR = 'access:before-second-factor';
export const OWN_DEVICE = 'access:own-device';
export const TOKEN_SCOPE = 'access:token-scope';

/** Open to everyone, signed in or not. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-access', ['public']));

/** For people who hold one of the roles somewhere; without roles, for everyone who is signed in. */
export const Access = (...roles: Role[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, roles),
    ApiExtension('x-access', roles.length > 0 ? roles : [...ROLES]),
    ApiCookieAuth(),
  );

/** The handler opens its transactions itself: because it hashes in between, or streams for longer than a request should hold one. */
export const OwnTransaction = (): MethodDecorator => SetMetadata(OWN_TRANSACTION, true);

/**
 * The session is looked up together with the handler's first statement, which spares a round trip. The actor is known only after it, and
 * row-level security judges it alone until then. For what is asked most.
 */
export const AsksFirst = (): MethodDecorator => SetMetadata(ASKS_FIRST, true);

/** Also for those whose role asks for a second factor that they have not set up yet: what leads there, and the way out. */
export const BeforeSecondFactor = (): MethodDecorator => SetMetadata(BEFORE_SECOND_FACTOR, true);

/** Also for a personal access token of this scope, with its owner's rights; only for what reads. */
export const TokenScope = (scope: Scope): MethodDecorator =>
  applyDecorators(SetMetadata(TOKEN_SCOPE, scope), ApiExtension('x-token-scope', scope), ApiBearerAuth());

/** Not on a shared tablet: about the account itself, or a file that would stay there. Roleless writes never are, without saying so. */
export const OwnDevice = (): MethodDecorator =>
  applyDecorators(SetMetadata(OWN_DEVICE, true), ApiExtension('x-own-device', true));
