import { randomUUID } from 'node:crypto';
import type { Person } from '../../support/city.js';
import type { Answer, Client, Json } from '../../support/client.js';
import { type Sealer, send } from '../../support/sealer.js';
import { Browser, type Entrance } from './browser.js';
import type { BusyHouse, BusyTown } from './busy-town.js';
import type { Content, Entry, Kind, Ledger } from './ledger.js';

/** What an answer below 500 means for the write: it is there, has to be sent anew, or is left alone. */
type Verdict = 'stored' | 'again' | 'dropped';

export interface WriterPlan {
  town: BusyTown;
  ledger: Ledger;
  entrance: Entrance;
  /** From 0; tells the writers' places, texts and turns apart. */
  number: number;
  /** Whether a write that got no answer is given up, as by somebody who closes the window; asked after each such attempt. */
  givesUp?: (entry: Entry) => boolean;
  kinds?: Turn[];
  /** Without it nothing is sealed. */
  sealer?: Sealer;
}

/** What a writer does next; a sealed activity is an activity in the end. */
type Turn = Kind | 'sealed';

const KINDS: Turn[] = ['activity', 'trial', 'booking', 'sealed', 'registration', 'house', 'withdrawal'];

/** Somebody at a browser of a house, who writes one thing after the other and sends each again until it is answered. */
export class Writer {
  private readonly browser: Browser;
  private readonly house: BusyHouse;
  private readonly versions = new Map<string, number>();
  private turns = 0;
  private stopped = false;

  constructor(private readonly plan: WriterPlan) {
    this.browser = new Browser(plan.entrance, plan.number);
    this.house = plan.town.houses[plan.number % plan.town.houses.length]!;
  }

  /** Writes until `stop`; then ends what it has begun. */
  async run(): Promise<void> {
    const { kinds = KINDS } = this.plan;
    while (!this.stopped) {
      const kind = kinds[(this.turns + this.plan.number) % kinds.length]!;
      this.turns += 1;
      await this.writeOne(kind);
    }
  }

  stop(): void {
    this.stopped = true;
  }

  private writeOne(kind: Turn): Promise<void> {
    if (kind === 'house') return this.changeOfHouse();
    return this[kind]();
  }

  private activity(): Promise<void> {
    return this.create('activity', this.house.educator, '/api/activities', this.newActivity());
  }

  private newActivity(): Content {
    const { id: institutionId, groupId } = this.house;
    const minutes = 5 + (this.turns % 90);
    const facts = { heldOn: this.plan.town.today, focusArea: 'active_learning', minutes };
    const note = `${this.plan.number}/${this.turns}`;
    return { institutionId, groupId, ...facts, childrenPresent: this.turns % 25, note };
  }

  /** As an envelope: the record and the note that it has arrived are one. */
  private async sealed(): Promise<void> {
    const { sealer, ledger } = this.plan;
    if (!sealer) return this.activity();
    const { educator } = this.house;
    const [recordId, body, notedAt] = [randomUUID(), this.newActivity(), new Date().toISOString()];
    const content = { kind: 'activity', recordId, body, author: educator.id, notedAt };
    const sealed = await sealer.seal(content, { deviceTime: notedAt });
    const entry = ledger.open('activity', recordId, body);
    entry.arrival = sealed.id;
    await this.deliver(
      entry,
      educator,
      (client) => send(client, sealed),
      (answer) => (answer.json['state'] === 'stored' ? this.storedBy(answer) : 'dropped'),
    );
  }

  private async trial(): Promise<void> {
    const open = this.house.openTries.pop();
    if (!open) return this.activity();
    const { protocolId } = this.plan.town;
    const value = 60 + (this.turns % 80);
    const body = { testDayId: this.house.testDayId, protocolId, ...open, value };
    await this.create('trial', this.house.educator, '/api/trials', { ...body, valid: true, confirmed: true });
  }

  private async booking(): Promise<void> {
    const { moduleId } = this.plan.town;
    const remarks = `Wunsch ${this.plan.number}/${this.turns}`;
    const body = { institutionId: this.house.id, moduleId, remarks };
    await this.create('booking', this.house.lead, '/api/module-bookings', body);
  }

  private async create(kind: Kind, person: Person, path: string, body: Content): Promise<void> {
    const id = randomUUID();
    const entry = this.plan.ledger.open(kind, id, body);
    await this.deliver(
      entry,
      person,
      (client) => client.post(path, { id, ...body }),
      (answer) => this.storedBy(answer),
    );
  }

  private storedBy({ status }: Answer): Verdict {
    if (status !== 201 && status !== 200) return 'dropped';
    if (status === 200) this.plan.ledger.repeated += 1;
    return 'stored';
  }

  /** Each person of the house for each training once; two browsers of the house share them out. */
  private async registration(): Promise<void> {
    const { town, number, ledger } = this.plan;
    const own = town.staff[this.house.id]!.filter((_, n) => n % 2 === Math.floor(number / 4) % 2);
    const done = ledger.of('registration').filter(({ content }) => content['writer'] === number).length;
    const trainingId = town.trainingIds[Math.floor(done / own.length)];
    if (!trainingId) return this.activity();
    const staffMemberId = own[done % own.length]!;
    const entry = ledger.open('registration', '', { trainingId, staffMemberId, writer: number });
    await this.deliver(
      entry,
      this.house.lead,
      (client) => client.post('/api/training-registrations', { trainingId, staffMemberIds: [staffMemberId] }),
      ({ status, json }) => {
        const [item] = (status === 200 ? json['items'] : []) as unknown as Registered[];
        if (!item?.registration) return 'dropped';
        entry.id = item.registration.id;
        return 'stored';
      },
    );
  }

  /** Gives the oldest own seat back that was not given back before. */
  private async withdrawal(): Promise<void> {
    const { ledger, number } = this.plan;
    const isOwn = ({ content, fate }: Entry): boolean =>
      content['writer'] === number && fate === 'acknowledged';
    const given = new Set(ledger.of('withdrawal').map(({ id }) => id));
    const seat = ledger.of('registration').find((entry) => isOwn(entry) && !given.has(entry.id));
    if (!seat || this.turns % 3 !== 0) return this.activity();
    const entry = ledger.open('withdrawal', seat.id, seat.content);
    const path = `/api/training-registrations/${seat.id}/withdraw`;
    await this.deliver(
      entry,
      this.house.lead,
      (client) => client.post(path, undefined, { version: this.versions.get(seat.id) ?? 1 }),
      ({ status, json }) => {
        const isStored = json['code'] === 'already_withdrawn';
        if (isStored) ledger.repeated += 1;
        if (status === 200 || isStored) return 'stored';
        return this.readAnew(seat.id, status, json) ? 'again' : 'dropped';
      },
    );
  }

  /** A change that the others make at the same time to the same house. */
  private async changeOfHouse(): Promise<void> {
    const house = this.plan.town.houses[this.turns % 2]!;
    const contactName = `Kontakt ${this.plan.number}/${this.turns}`;
    const entry = this.plan.ledger.open('house', house.id, { contactName });
    await this.deliver(
      entry,
      this.plan.town.coordinator,
      (client) =>
        client.patch(`/api/institutions/${house.id}`, { contactName }, this.versions.get(house.id) ?? 1),
      ({ status, json }) => {
        const stored = (status === 412 ? json['current'] : json) as Record<string, Json>;
        if (status === 200 || (status === 412 && stored['contactName'] === contactName)) {
          if (status === 412) this.plan.ledger.repeated += 1;
          entry.version = stored['version'] as number;
          this.versions.set(house.id, entry.version);
          return 'stored';
        }
        return this.readAnew(house.id, status, json) ? 'again' : 'dropped';
      },
    );
  }

  private readAnew(id: string, status: number, json: Record<string, Json>): boolean {
    if (status !== 412) return false;
    this.versions.set(id, (json['current'] as { version: number }).version);
    return true;
  }

  /** Sends until there is an answer, like the browser's outbox (web/src/outbox). */
  private async deliver(
    entry: Entry,
    person: Person,
    send: (client: Client) => Promise<Answer>,
    judge: (answer: Answer) => Verdict,
  ): Promise<void> {
    const { ledger, givesUp } = this.plan;
    for (;;) {
      entry.attempts += 1;
      const result = await this.browser.ask(person, send);
      const verdict = 'answer' in result ? judge(result.answer) : 'again';
      if (verdict === 'stored') {
        ledger.acknowledge(entry);
        return;
      }
      if (verdict === 'dropped')
        throw new Error(`Refused: ${JSON.stringify(entry)} ${'answer' in result ? result.answer.text : ''}`);
      if ('answer' in result) continue;
      ledger.unanswered += 1;
      entry.unanswered += 1;
      if (givesUp?.(entry)) {
        entry.fate = 'abandoned';
        return;
      }
      await this.browser.pause(entry.attempts);
    }
  }
}

interface Registered {
  registration: { id: string } | null;
}
