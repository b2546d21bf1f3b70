import { asProblem } from '../../api/problem';
import { openDoor, shutDoor } from '../../api/tablet-door';
import type { Session } from '../../api/types';
import type { Identity } from '../../outbox/identity';
import type { DateString } from '../../ui/format';
import { type Desk, type DeskPerson, uncheckedSession } from './desk';
import { answerFrom } from './desk-answers';
import type { SealedDrafts } from './sealed-drafts';
import { type Trouble, troubleOf } from './unlocking';

export type TabletProof = { pin: string } | { badge: string };
/** What the server is asked to open a session by: a badge says by itself whose it is. */
export type Credentials = { accountId: string; pin: string } | { badge: string };
export type LockReason = 'idle' | 'hidden' | 'asked' | 'ended';

/** Who works on the tablet now. */
export type Sitting =
  /** The server has checked the PIN. */
  | { kind: 'unlocked'; identity: Identity; session: Session; unlock: string }
  /** Nobody could check it: entries can be added, nothing is shown. `refused`: by now it is known to be wrong. */
  | {
      kind: 'add_only';
      identity: Identity;
      person: DeskPerson;
      proof: TabletProof;
      session: Session;
      refused: boolean;
    };

export interface TabletState {
  /** False until what the tablet keeps has been read. */
  started: boolean;
  /** What lies on the desk; null if the tablet has never read it. */
  desk: Desk | null;
  sitting: Sitting | null;
  /** Why it was locked last; null after a start. */
  locked: LockReason | null;
  /** A form was begun when it was locked, and nothing could keep it. */
  lost: boolean;
}

export interface Unlocked {
  session: Session;
  unlock: string;
}

/** What the tablet needs from outside. */
export interface TabletParts {
  drafts: Pick<SealedDrafts, 'open' | 'close' | 'losing'>;
  keptDesk: () => Promise<Desk | undefined>;
  keepDesk: (desk: Desk) => Promise<void>;
  /** Everything that makes this device a shared tablet goes, and whoever stands there is told. */
  leave: (desk: Desk | null) => Promise<void>;
  readDesk: () => Promise<Desk>;
  /** `wanted` is aborted once nobody cares for the answer; `inFront`: somebody stands there and waits. */
  openSession: (credentials: Credentials, wanted: AbortSignal, inFront: boolean) => Promise<Unlocked>;
  /** Must reach the server even if the page is going away. */
  endSession: (unlock: string) => void;
  /** The person's outbox key, given for a session that was opened; in memory only. */
  identityOf: (session: Session, wanted: AbortSignal, inFront: boolean) => Promise<Identity>;
  /** The same of somebody whom nobody has checked: a key for as long as this sitting lasts. */
  uncheckedIdentity: (accountId: string, proof: TabletProof) => Promise<Identity>;
  /** Whose entries are shown and sent; null: only sealed ones go out. Never rejects. */
  identify: (identity: Identity | null) => Promise<void>;
  /** Shows the pages of this session; null: forgets everything that was shown. */
  show: (session: Session | null) => void;
  today: () => DateString;
}

/**
 * A tablet that a house shares. Locked is its normal state; a sitting lasts until the next lock and lives in this page's memory
 * only, so that a reload is a lock.
 */
export class SharedTablet {
  private state: TabletState = { started: false, desk: null, sitting: null, locked: null, lost: false };
  private readonly listeners = new Set<() => void>();
  private checking: Promise<void> | null = null;
  /** Of who is standing there: aborted by a lock, by the next person and by whoever turns away while a PIN is being checked. */
  private turn = new AbortController();

  constructor(private readonly parts: TabletParts) {}

  readonly getState = (): TabletState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Shows the kept desk, then the server's. */
  async start(): Promise<void> {
    const desk = await this.parts.keptDesk();
    this.update(desk ? { started: true, desk } : { started: true });
    await this.refresh();
  }

  /** Takes over what the server gave for the code. */
  async enrol(desk: Desk): Promise<void> {
    await this.parts.keepDesk(desk);
    this.update({ started: true, desk, sitting: null, locked: null, lost: false });
  }

  /** Reads the desk anew, and learns whether this is still a tablet of the house. */
  async refresh(): Promise<void> {
    try {
      const desk = await this.parts.readDesk();
      await this.parts.keepDesk(desk);
      this.update({ desk });
    } catch (error) {
      if (troubleOf(asProblem(error)).kind === 'revoked') await this.leave();
    }
  }

  /**
   * Opens a session of the server's. A `lock` ends this, too: an answer that comes after it opens nothing.
   * @returns what stands in the way; null if it is open, or not wanted any more
   */
  async unlock(credentials: Credentials): Promise<Trouble | null> {
    const wanted = this.nextTurn();
    try {
      await this.begin(await this.parts.openSession(credentials, wanted, true), wanted, true);
      return null;
    } catch (error) {
      if (wanted.aborted) return null;
      const trouble = troubleOf(asProblem(error));
      if (trouble.kind === 'revoked') await this.leave();
      return trouble;
    }
  }

  /** Without a network: whoever says they are this person may add entries, which say so to the server and to the lead. */
  async addOnly(person: DeskPerson, proof: TabletProof): Promise<void> {
    const wanted = this.nextTurn();
    const { desk } = this.state;
    if (!desk) return;
    const session = uncheckedSession(desk, person, this.parts.today());
    const identity = await this.parts.uncheckedIdentity(person.accountId, proof);
    if (wanted.aborted) return;
    await this.sit({ kind: 'add_only', identity, person, proof, session, refused: false }, wanted);
  }

  /** The network is back: the PIN is tried once. A wrong one leaves everything as it is and goes into the entries. */
  checkLater(): Promise<void> {
    // Several signs of the network come at once; each try counts.
    return (this.checking ??= this.check().finally(() => (this.checking = null)));
  }

  /**
   * Ends the sitting, or the wait for one: at once and without waiting for anybody. What was typed is sealed, what was noted is in
   * the outbox.
   */
  lock(reason: LockReason): void {
    this.turn.abort();
    const { sitting } = this.state;
    this.update({ sitting: null });
    this.setDoor();
    if (!sitting) return;
    if (sitting.kind === 'unlocked') this.parts.endSession(sitting.unlock);
    const lost = this.parts.drafts.losing;
    void this.parts.drafts.close();
    void this.parts.identify(null);
    this.update({ locked: reason, lost });
    this.parts.show(null);
  }

  private nextTurn(): AbortSignal {
    this.lock('asked');
    this.turn = new AbortController();
    return this.turn.signal;
  }

  private async check(): Promise<void> {
    const { sitting } = this.state;
    if (sitting?.kind !== 'add_only' || sitting.refused) return;
    const { identity, proof } = sitting;
    const credentials = 'pin' in proof ? { accountId: identity.accountId, pin: proof.pin } : proof;
    const wanted = this.turn.signal;
    try {
      const unlocked = await this.parts.openSession(credentials, wanted, false);
      await this.goOn(unlocked, identity.accountId, wanted);
    } catch (error) {
      if (wanted.aborted) return;
      const trouble = troubleOf(asProblem(error));
      if (trouble.kind === 'revoked') await this.leave();
      else if (trouble.kind !== 'unreachable') this.refuse();
    }
  }

  /** Who claimed to be somebody has proved it; unless the badge is another person's. */
  private async goOn(unlocked: Unlocked, accountId: string, wanted: AbortSignal): Promise<void> {
    if (wanted.aborted || unlocked.session.account.id === accountId)
      return this.begin(unlocked, wanted, false);
    this.parts.endSession(unlocked.unlock);
    this.refuse();
  }

  /** @throws what keeps the person from their entries, or if nobody waits any more; then the session is over */
  private async begin({ session, unlock }: Unlocked, wanted: AbortSignal, inFront: boolean): Promise<void> {
    try {
      wanted.throwIfAborted();
      // The question for the person's key needs the session already.
      openDoor({ unlock });
      const identity = await this.parts.identityOf(session, wanted, inFront);
      wanted.throwIfAborted();
      await this.sit({ kind: 'unlocked', identity, session, unlock }, wanted);
    } catch (error) {
      // After an abort the door is somebody else's.
      if (!wanted.aborted) this.setDoor();
      this.parts.endSession(unlock);
      throw error;
    }
  }

  /** From its first moment on a sitting can be locked. */
  private async sit(sitting: Sitting, wanted: AbortSignal): Promise<void> {
    this.update({ sitting, locked: null, lost: false });
    this.setDoor();
    const { accountId, key } = sitting.identity;
    const draftKey = sitting.kind === 'unlocked' ? key : null;
    await Promise.all([this.openDrafts(accountId, draftKey), this.parts.identify(sitting.identity)]);
    if (!wanted.aborted) this.parts.show(sitting.session);
  }

  private setDoor(): void {
    const { sitting, desk } = this.state;
    if (sitting?.kind === 'unlocked') openDoor({ unlock: sitting.unlock });
    else if (sitting && desk) openDoor({ answer: (request) => answerFrom(this.state.desk ?? desk, request) });
    else shutDoor();
  }

  /** Begun forms are a comfort: nobody is kept from work because they cannot be read. */
  private async openDrafts(accountId: string, key: CryptoKey | null): Promise<void> {
    await this.parts.drafts.open(accountId, key).catch(console.error);
  }

  private refuse(): void {
    const { sitting } = this.state;
    if (sitting?.kind === 'add_only') this.update({ sitting: { ...sitting, refused: true } });
  }

  /** The house has taken this tablet out, or somebody here has. Entries that wait stay and arrive. */
  async leave(): Promise<void> {
    this.lock('ended');
    await this.parts.leave(this.state.desk);
    this.update({ desk: null, sitting: null });
  }

  private update(changes: Partial<TabletState>): void {
    this.state = { ...this.state, ...changes };
    this.listeners.forEach((listener) => listener());
  }
}
