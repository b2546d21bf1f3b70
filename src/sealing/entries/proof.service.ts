import { Injectable } from '@nestjs/common';
import { Brake } from '../../access/sessions/brake.js';
import { SessionCookie } from '../../access/sessions/session-cookie.js';
import { SessionRepository } from '../../access/sessions/session.repository.js';
import { type ActorRequest, networkOf } from '../../access/request.js';
import { type KnownTablet, KnownTablets } from '../../access/tablets/known-tablets.js';
import { type TabletProof, TabletProofs } from '../../access/tablets/tablet-proofs.js';
import { type Actor, NOBODY } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { HeldReason } from '../held/held-reason.js';
import { OutboxKeysRepository, type TicketStanding } from '../keys/outbox-keys.repository.js';
import { AuthorRepository } from './author.repository.js';
import type { SealedContentDto } from './sealed-entry.dto.js';

/** What is known of whoever noted an entry. */
export interface Standing {
  tablet: KnownTablet | null;
  /** With the rights that the entry is done with; null where its author has none any more. */
  actor: Actor | null;
  /** Houses where the author has, or had, something to do: a lead there may decide. */
  houses: string[];
  /** Why it cannot be done at once; null where it can. */
  doubt: HeldReason | null;
}

// Strangers and broken clients: a whole Kita shares one address.
const FREE_PER_NETWORK = 100;
const LONGEST_NETWORK_WAIT_SECONDS = 60;

/** Who noted a sealed entry, by what is in it and what the device shows. */
@Injectable()
export class ProofService {
  constructor(
    private readonly database: Database,
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionRepository,
    private readonly authors: AuthorRepository,
    private readonly keys: OutboxKeysRepository,
    private readonly brake: Brake,
    private readonly clock: Clock,
    private readonly tablets: KnownTablets,
    private readonly tabletProofs: TabletProofs,
  ) {}

  /**
   * @throws Problem 401 `unknown_device` for whoever has nothing to do with this application, 422 for an author who has nothing to do with
   * the tablet's house, 429
   */
  async judge({ author, proof }: SealedContentDto, request: ActorRequest): Promise<Standing> {
    const tablet = await this.tablets.find(request);
    const shown = bytesOf(textOf(proof, 'ticket'));
    const ticket = await this.database.asSystem(() => this.keys.judge(author, shown));
    const { ticket: standing } = ticket;
    const session = await this.sessionOf(author, request);
    if (!tablet && standing === null && !session) return this.refuseStranger(request);
    const actor = session ?? (await this.authors.findActor(author, this.clock.today()));
    const houses = [...new Set([...ticket.houses, ...housesOf(actor)])];
    const known = within(session ? null : ticket.house, { tablet, actor, houses, doubt: null });
    if (isLetIn(known, session, standing)) return known;
    if (standing !== null || !tablet) return { ...known, doubt: 'access_ended' };
    return this.judgeAtTablet({ ...known, tablet }, author, proof);
  }

  private async judgeAtTablet(
    standing: Standing & { tablet: KnownTablet },
    author: string,
    proof: Record<string, unknown>,
  ): Promise<Standing> {
    const { tablet, houses } = standing;
    if (!houses.includes(tablet.institutionId)) throw unknownAuthor();
    const here = within(tablet.institutionId, standing);
    if (tablet.revoked) return { ...here, doubt: 'tablet_revoked' };
    if (!here.actor) return { ...here, doubt: 'access_ended' };
    return { ...here, doubt: (await this.isRight(author, proof)) ? null : 'wrong_proof' };
  }

  /** A wrong one counts nothing against the account's lock, and after a few of them none is looked at for a day. */
  private async isRight(author: string, proof: Record<string, unknown>): Promise<boolean> {
    const shown = tabletProofOf(proof);
    return shown !== null && this.tabletProofs.verify(author, shown);
  }

  /** The author, if it is their session that comes along. */
  private async sessionOf(author: string, request: ActorRequest): Promise<Actor | null> {
    const token = this.cookie.read(request);
    const actor = token === null ? null : await this.sessions.authenticate(token, this.clock.today());
    return actor?.accountId === author ? actor : null;
  }

  private async refuseStranger({ ip }: ActorRequest): Promise<never> {
    const limit = {
      kind: 'sealed network',
      value: networkOf(ip) ?? '',
      free: FREE_PER_NETWORK,
      longestWaitSeconds: LONGEST_NETWORK_WAIT_SECONDS,
    };
    await this.database.asSystem(() => this.brake.admit([limit]));
    throw new Problem(
      401,
      'unknown_device',
      'Dieses Gerät ist hier nicht bekannt. Bitte melden Sie sich an; der Eintrag bleibt so lange auf dem Gerät.',
    );
  }
}

function isLetIn({ actor }: Standing, session: Actor | null, ticket: TicketStanding['ticket']): boolean {
  return session !== null || (actor !== null && ticket === 'current');
}

/** At a shared tablet everybody is an educator of its house, whatever else they are; on an own device (null) nothing is taken away. */
function within<T extends Standing>(house: string | null, standing: T): T {
  return house === null ? standing : { ...standing, houses: [house], actor: cutTo(house, standing.actor) };
}

function cutTo(institutionId: string, actor: Actor | null): Actor | null {
  if (!actor) return null;
  const worksHere = [...actor.educatorHouses, ...actor.leadHouses].includes(institutionId);
  if (!worksHere) return null;
  return { ...NOBODY, kind: 'person', accountId: actor.accountId, educatorHouses: [institutionId] };
}

function housesOf(actor: Actor | null): string[] {
  return actor ? [...actor.educatorHouses, ...actor.leadHouses, ...actor.coachHouses] : [];
}

function tabletProofOf(proof: Record<string, unknown>): TabletProof | null {
  const pin = textOf(proof, 'pin');
  if (pin !== null) return { pin };
  const badge = textOf(proof, 'badge');
  return badge === null ? null : { badge };
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64url');
}

function textOf(proof: Record<string, unknown>, name: string): string | null {
  const value = proof[name];
  return typeof value === 'string' && value.length <= 200 ? value : null;
}

function unknownAuthor(): Problem {
  return new Problem(
    422,
    'unknown_author',
    'Wer diesen Eintrag gemacht hat, gehört nicht zu der Einrichtung dieses Tablets. Er bleibt auf dem Gerät.',
  );
}
