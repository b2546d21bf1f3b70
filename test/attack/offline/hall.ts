import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { jest } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { BadLine } from '../../support/bad-line.js';
import { FLAGS } from '../../support/browser.js';
import { type BuiltApp, startBuiltApp } from '../../support/built-app.js';
import { openSession, type Person } from '../../support/city.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { Town } from '../../support/town.js';
import { witness } from '../../support/witness.js';
import { amount } from '../figures.js';

// A browser on a small machine that does other things besides takes its time.
jest.setTimeout(amount({ short: 120_000, long: 30 * 60_000 }));

const TABLET = { width: 768, height: 1024 };
const CODE_SIGNS = '34679CDFGHJKMNPQRTVWXY';

/** A browser profile of its own with a line of its own, as a tablet somewhere in a gym. */
export interface Device {
  context: BrowserContext;
  line: BadLine;
  page: Page;
  /** Nothing comes through, and the device knows. */
  leave(): Promise<void>;
  /** Everything comes through again, and the device knows. */
  comeBack(): Promise<void>;
}

export interface Folk {
  institutionId: string;
  groupId: string;
  educator: Person;
  lead: Person;
}

export interface TestDay {
  id: string;
  codes: string[];
}

/** The built product over a database that a test can look into, and Chromium in front of it. */
export class Hall {
  private readonly lines: BadLine[] = [];
  private houses = 0;

  private constructor(
    readonly stage: Stage,
    readonly town: Town,
    private readonly product: BuiltApp,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Hall> {
    const executablePath = process.env['CHROMIUM_PATH'];
    if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the tests by "npm test".');
    const stage = await Stage.open();
    const product = await startBuiltApp({ ...stage.app.settings, webRoot: resolve('web/dist') });
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    witness(browser, product.log);
    return new Hall(stage, new Town(stage.db), product, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const line of this.lines) await line.close();
    await this.product.close();
    await this.stage.close();
  }

  /** A house that takes part, with a group of twenty, somebody who enters and somebody who leads. */
  async house(): Promise<Folk> {
    this.houses += 1;
    const { municipalityId, districtIds, schoolYear } = this.stage.city;
    const institutionId = await this.town.house(municipalityId, districtIds[0], `Halle ${this.houses}`);
    await this.town.participation(institutionId, `${schoolYear}-08-01`);
    const groupId = await this.town.group(institutionId, `Hasen ${this.houses}`, 20, { schoolYear });
    return { institutionId, groupId, ...(await this.folkOf(institutionId)) };
  }

  /** A device where this person is signed in, at the page with the form. */
  async device(person: Person | null): Promise<Device> {
    const line = await BadLine.to(this.product.port);
    this.lines.push(line);
    const context = await this.browser.newContext({
      ...{ viewport: TABLET, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: line.url },
      // What slides away under the pointer takes a click along that comes too soon for any hand.
      reducedMotion: 'reduce',
    });
    if (person) await this.signIn(context, line, person);
    const leave = async () => {
      line.cut();
      await context.setOffline(true);
    };
    const comeBack = async () => {
      line.mend();
      await context.setOffline(false);
    };
    return { context, line, page: await context.newPage(), leave, comeBack };
  }

  /** With a new session, as after typing the password. */
  async signIn(context: BrowserContext, line: BadLine, { id }: Person): Promise<void> {
    const value = await openSession(this.stage.db, id);
    await context.addCookies([{ name: 'olympia', value, url: line.url, httpOnly: true, sameSite: 'Lax' }]);
  }

  /** Of today, for a group of its own with so many five-year-olds whose parents have agreed. */
  async testDay({ institutionId }: Folk, children: number): Promise<TestDay> {
    const { today, schoolYear } = this.stage.city;
    const groupId = await this.town.group(institutionId, `Test ${randomUUID().slice(0, 6)}`, children, {
      schoolYear,
    });
    const codes = Array.from({ length: children }, newCode);
    const birthMonth = `${Number(today.slice(0, 4)) - 5}${today.slice(4, 7)}-01`;
    for (const code of codes) {
      const child = { institutionId, code, groupId, birthMonth, sex: 'female' };
      const childId = await this.town.insert('children', child);
      await this.town.insert('consents', { institutionId, childId, givenOn: today });
    }
    const [battery] = await rowsOf<{ id: string }>(
      this.stage.db,
      `select id from test_batteries where code = 'KITA-MOT' order by version desc limit 1`,
    );
    const day = { institutionId, batteryId: battery!.id, wave: 'entry', heldOn: today };
    const id = await this.town.insert('test_days', day);
    await this.stage.db.query(
      'insert into test_day_groups (institution_id, test_day_id, group_id) values ($1, $2, $3)',
      [institutionId, id, groupId],
    );
    return { id, codes };
  }

  private async folkOf(institutionId: string): Promise<Pick<Folk, 'educator' | 'lead'>> {
    const at = { institutionId };
    return {
      educator: await this.town.person(`Fachkraft${this.houses}`, [['educator', at]]),
      lead: await this.town.person(`Leitung${this.houses}`, [['institution_lead', at]]),
    };
  }
}

function newCode(): string {
  return Array.from({ length: 5 }, () => CODE_SIGNS[Math.floor(Math.random() * CODE_SIGNS.length)]).join('');
}
