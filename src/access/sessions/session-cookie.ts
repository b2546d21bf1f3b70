import '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { SETTINGS } from '../../database/tokens.js';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Bears the half of a shared tablet's token that only the unlocked page knows. */
const UNLOCK_HEADER = 'x-unlock';

/** 256 random bits, as text for a cookie or link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Only this is stored; hex. A token has full entropy, so a plain hash suffices. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A shared tablet's session has its token in two halves: who has only the cookie, or only the page's memory, has nothing. */
export function joined(cookieHalf: string, unlock: string): string {
  return `${cookieHalf}.${unlock}`;
}

/** The session's cookie: `__Host-` and Secure behind TLS, a plain name only on http://localhost. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-olympia' : 'olympia';
  }

  /** The presented token, or null when there is none of the right shape. */
  read(request: FastifyRequest): string | null {
    const value = request.cookies[this.name];
    if (value === undefined || !TOKEN.test(value)) return null;
    const unlock = request.headers[UNLOCK_HEADER];
    return typeof unlock === 'string' ? joined(value, unlock) : value;
  }

  write(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), expires });
  }

  /**
   * Not on a shared tablet: the answer may come after the next person's cookie, and would take that away. What stays there is half a token
   * of a session that is over.
   */
  clear(request: FastifyRequest, reply: FastifyReply): void {
    if (UNLOCK_HEADER in request.headers) return;
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
