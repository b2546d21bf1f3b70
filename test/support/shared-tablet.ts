import { hashPassword } from '../../src/access/passwords/passwords.js';
import type { City, HouseKey, PersonKey } from './city.js';
import type { Answer, Client, Json, Sent } from './client.js';
import type { Stage } from './stage.js';

const LEADS = { kita: 'lead', school: 'schoolLead', distant: 'distantLead' } as const;
export type LedHouse = keyof typeof LEADS & HouseKey;

/** Good by every rule. */
export const PIN = '482951';

/** A device that a house's lead has made a shared tablet. */
export class SharedTablet {
  private constructor(
    readonly id: string,
    /** Its browser; knows the device's cookie, and the session's once it is unlocked. */
    readonly browser: Client,
    private readonly city: City,
  ) {}

  /** Adds it to the house's list, and uses the code. */
  static async enrol(stage: Stage, house: LedHouse = 'kita', more: object = {}): Promise<SharedTablet> {
    const institutionId = stage.city.houses[house].id;
    const body = { institutionId, name: 'Turnhalle', ...more };
    const { json } = await stage.as(LEADS[house]).post<NewTablet>('/api/tablets', body);
    const browser = stage.app.client();
    const answer = await browser.post('/api/tablet', { code: json.enrolment.code });
    if (answer.status !== 200) throw new Error(answer.text);
    return new SharedTablet(json.id, browser, stage.city);
  }

  byPin(person: PersonKey, pin = PIN): Promise<Answer> {
    return this.browser.post('/api/tablet/session', { accountId: this.city.people[person].id, pin });
  }

  /** The unlocked page, which sends its half of the token. @throws when the tablet stays locked */
  async unlocked(person: PersonKey, pin = PIN): Promise<Page> {
    const answer = await this.byPin(person, pin);
    if (answer.status !== 201) throw new Error(answer.text);
    return new Page(this.browser, answer.field('unlock'));
  }
}

export interface NewTablet {
  id: string;
  version: number;
  enrolment: { code: string; link: string; expiresAt: string };
  [key: string]: Json | NewTablet['enrolment'];
}

/** An unlocked page at the tablet. */
export class Page {
  constructor(
    private readonly browser: Client,
    readonly unlock: string,
  ) {}

  get<T = Record<string, Json>>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  send<T = Record<string, Json>>(method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
    const headers = { ...sent.headers, 'x-unlock': this.unlock };
    return this.browser.send<T>(method, path, { ...sent, headers });
  }
}

/** Gives people the PIN, as if they had set it. */
export async function givePin(stage: Stage, people: PersonKey[], pin = PIN): Promise<void> {
  const hash = await hashPassword(pin);
  for (const key of people) {
    await stage.db.query(
      `insert into account_pins (account_id, pin_hash, changed_at) values ($1, $2, now())
       on conflict (account_id) do update set pin_hash = excluded.pin_hash, changed_at = now(), failures = 0,
         paused_until = null, locked_at = null, sealed_failures = 0`,
      [stage.city.people[key].id, hash],
    );
  }
}
