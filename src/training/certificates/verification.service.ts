import { Injectable } from '@nestjs/common';
import { Brake, type Limit } from '../../access/sessions/brake.js';
import { NOBODY, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { teachingUnits } from './attendance-share.js';
import type { VerificationDto } from './certificate.dto.js';
import { CertificateRepository } from './certificate.repository.js';

const INVALID: VerificationDto = { valid: false, title: null, days: null, teachingUnits: null };

/**
 * Says of a code whether it is good, and of what: nothing about whom. 100 random bits cannot be guessed; the brake is there so that nobody
 * tries for long.
 */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly brake: Brake,
    private readonly certificates: CertificateRepository,
  ) {}

  /** @throws Problem 429 */
  async verify(code: string, work: WorkContext): Promise<VerificationDto> {
    const context = { ...work, actor: NOBODY };
    const limits = limitsFor(work.origin ?? '');
    // Counted before it is looked up, and for good: many at once must not slip through.
    await this.database.run(context, () => this.brake.admit(limits));
    const facts = await this.database.run(context, () => this.certificates.findShown(code));
    if (!facts) return INVALID;
    await this.database.run(context, () => this.brake.takeBack(limits));
    const { title, sessions, attendedMinutes } = facts;
    const days = [...new Set(sessions.map(({ date }) => date))];
    return { valid: true, title, days, teachingUnits: teachingUnits(attendedMinutes) };
  }
}

// Typing errors happen, and a whole town hall shares one address.
function limitsFor(network: string): Limit[] {
  return [{ kind: 'certificates from network', value: network, free: 30, longestWaitSeconds: 60 }];
}
