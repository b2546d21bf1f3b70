import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { ROLES, type Role } from './roles.js';

export const PUBLIC = 'access:public';
export const ACCESS = 'access:roles';
export const OWN_TRANSACTION = 'access:own-transaction';

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
