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
  | { kind: 'unlocked'; identity: Identity; unlock: string }
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
}

export interface Unlocked {
  session: Session;
  unlock: string;
}

/** What the tablet needs from outside. */
export interface TabletParts {
  drafts: Pick<SealedDrafts, 'open' | 'close'>;
  keptDesk: () => Promise<Desk | undefined>;
  keepDesk: (desk: Desk) => Promise<void>;
  /** Everything that makes this device a shared tablet goes, and whoever stands there is told. */
  leave: (desk: Desk | null) => Promise<void>;
  readDesk: () => Promise<Desk>;
  openSession: (credentials: Credentials) => Promise<Unlocked>;
  /** Must reach the server even if the page is going away. */
  endSession: (unlock: string) => void;
  /** The person's outbox key, given for a session that was opened; in memory only. */
  identityOf: (session: Session) => Promise<Identity>;
  /** The same of somebody whom nobody has checked: a key for as long as this sitting lasts. */
  uncheckedIdentity: (accountId: string, proof: TabletProof) => Promise<Identity>;
  /** Whose entries are shown and sent; null: only sealed ones go out. */
  identify: (identity: Identity | null) => Promise<void>;
  /** Shows the pages of this session; null: forgets everything that was shown. */
  show: (session: Session | null) => void;
  today: () => DateString;
}

const CLOSED: Pick<TabletState, 'sitting'> = { sitting: null };

/**
 * A tablet that a house shares. Locked is its normal state; a sitting lasts until the next lock and lives in this page's memory
 * only, so that a reload is a lock.
 */
export class SharedTablet {
  private state: TabletState = { started: false, desk: null, sitting: null, locked: null };
  private readonly listeners = new Set<() => void>();
  private checking: Promise<void> | null = null;

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
    this.update({ started: true, desk, ...CLOSED, locked: null });
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

  /** Opens a session of the server's. @returns what stands in the way; null if it is open */
  async unlock(credentials: Credentials): Promise<Trouble | null> {
    try {
      const unlocked = await this.parts.openSession(credentials);
      await this.begin(unlocked);
      return null;
    } catch (error) {
      const trouble = troubleOf(asProblem(error));
      if (trouble.kind === 'revoked') await this.leave();
      return trouble;
    }
  }

  /** Without a network: whoever says they are this person may add entries, which say so to the server and to the lead. */
  async addOnly(person: DeskPerson, proof: TabletProof): Promise<void> {
    const { desk } = this.state;
    if (!desk) return;
    const session = uncheckedSession(desk, person, this.parts.today());
    const identity = await this.parts.uncheckedIdentity(person.accountId, proof);
    openDoor({ answer: (request) => answerFrom(this.state.desk ?? desk, request) });
    await this.openDrafts(person.accountId, null);
    await this.parts.identify(identity);
    this.update({ sitting: { kind: 'add_only', identity, person, proof, session, refused: false } });
    this.parts.show(session);
  }

  /** The network is back: the PIN is tried once. A wrong one leaves everything as it is and goes into the entries. */
  checkLater(): Promise<void> {
    // Several signs of the network come at once; each try counts.
    return (this.checking ??= this.check().finally(() => (this.checking = null)));
  }

  /** Ends the sitting: at once and without waiting for anybody. What was typed is sealed, what was noted is in the outbox. */
  lock(reason: LockReason): void {
    const { sitting } = this.state;
    if (!sitting) return;
    shutDoor();
    if (sitting.kind === 'unlocked') this.parts.endSession(sitting.unlock);
    void this.parts.drafts.close();
    void this.parts.identify(null);
    this.update({ ...CLOSED, locked: reason });
    this.parts.show(null);
  }

  private async check(): Promise<void> {
    const { sitting } = this.state;
    if (sitting?.kind !== 'add_only' || sitting.refused) return;
    const { identity, proof } = sitting;
    const credentials = 'pin' in proof ? { accountId: identity.accountId, pin: proof.pin } : proof;
    try {
      await this.goOn(sitting, await this.parts.openSession(credentials));
    } catch (error) {
      const trouble = troubleOf(asProblem(error));
      if (trouble.kind === 'revoked') await this.leave();
      else if (trouble.kind !== 'unreachable') this.refuse(sitting);
    }
  }

  /** Who claimed to be somebody has proved it; unless the badge is another person's, or they have left meanwhile. */
  private async goOn(sitting: Sitting, unlocked: Unlocked): Promise<void> {
    const isSame = unlocked.session.account.id === sitting.identity.accountId;
    if (isSame && this.state.sitting === sitting) return this.begin(unlocked);
    this.parts.endSession(unlocked.unlock);
    if (!isSame) this.refuse(sitting);
  }

  private async begin({ session, unlock }: Unlocked): Promise<void> {
    openDoor({ unlock });
    try {
      const identity = await this.parts.identityOf(session);
      await this.openDrafts(session.account.id, identity.key);
      await this.parts.identify(identity);
      this.update({ sitting: { kind: 'unlocked', identity, unlock }, locked: null });
    } catch (error) {
      shutDoor();
      this.parts.endSession(unlock);
      throw error;
    }
    this.parts.show(session);
  }

  /** Begun forms are a comfort: nobody is kept from work because they cannot be read. */
  private async openDrafts(accountId: string, key: CryptoKey | null): Promise<void> {
    await this.parts.drafts.open(accountId, key).catch(console.error);
  }

  private refuse(sitting: Sitting): void {
    if (this.state.sitting === sitting && sitting.kind === 'add_only')
      this.update({ sitting: { ...sitting, refused: true } });
  }

  /** The house has taken this tablet out, or somebody here has. Entries that wait stay and arrive. */
  async leave(): Promise<void> {
    this.lock('ended');
    await this.parts.leave(this.state.desk);
    this.update({ desk: null, ...CLOSED });
  }

  private update(changes: Partial<TabletState>): void {
    this.state = { ...this.state, ...changes };
    this.listeners.forEach((listener) => listener());
  }
}
