import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { SETTINGS } from '../../database/tokens.js';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** Browsers keep no cookie for longer; each look at the tablet renews it. */
const DAYS = 400;

/** By which a device is known as a house's shared tablet. It lets nobody in. */
@Injectable()
export class TabletCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secure = settings.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-olympia_tablet' : 'olympia_tablet';
  }

  /** The presented token, or null when there is none of the right shape. */
  read(request: FastifyRequest): string | null {
    const value = request.cookies[this.name];
    return value !== undefined && TOKEN.test(value) ? value : null;
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: DAYS * 86_400 });
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
