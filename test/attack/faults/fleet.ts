import type { DatabaseAddress } from '../../../src/config/settings.js';
import { freePort, type Product, startProduct, urlOf } from '../../support/product.js';
import { LossyLine } from './lossy-lines.js';

export const ORIGIN = 'http://localhost:3000';
const STARTS = 5;

export interface FleetPlan {
  database: DatabaseAddress;
  servers: number;
  /** Each how manieth write loses its answer on the way to the browser, asked anew each time; 0: none. */
  lossEvery?: () => number;
  env?: Record<string, string>;
}

/** Several servers of the product on one database, each behind a network that may lose answers. */
export class Fleet {
  private constructor(
    private readonly plan: FleetPlan,
    private readonly ports: number[],
    private readonly products: Product[],
    private readonly lines: LossyLine[],
  ) {}

  static async open(plan: FleetPlan): Promise<Fleet> {
    const fleet = new Fleet(plan, [], [], []);
    for (let i = 0; i < plan.servers; i += 1) {
      const port = await freePort();
      fleet.ports.push(port);
      fleet.lines.push(await LossyLine.open(port, plan.lossEvery ?? (() => 0)));
    }
    fleet.products.push(...(await Promise.all(fleet.ports.map((port) => fleet.start(port)))));
    return fleet;
  }

  /** Where browsers find the servers. */
  get entrance(): { origin: string; ports: number[] } {
    return { origin: ORIGIN, ports: this.lines.map(({ port }) => port) };
  }

  /** Answers that were lost on their way to the browser. */
  get lost(): number {
    return this.lines.reduce((sum, { lost }) => sum + lost, 0);
  }

  /** Ends one server as a power cut does, and starts it again. */
  async kill(index: number): Promise<void> {
    await this.products[index]!.kill();
    this.products[index] = await this.start(this.ports[index]!);
  }

  async close(): Promise<void> {
    await Promise.all(this.products.map((product) => product.stop()));
    for (const line of this.lines) await line.close();
  }

  /** Like a service manager: a start that fails because the database goes away in that moment is made once more. */
  private async start(port: number): Promise<Product> {
    const { database, env } = this.plan;
    const limits = { DATABASE_POOL: '4', LOG_LEVEL: 'error' };
    const settings = { PUBLIC_URL: ORIGIN, SECOND_FACTOR_REQUIRED: 'false', ...limits, ...env };
    for (let left = STARTS; ; left -= 1) {
      try {
        return await startProduct({
          env: { ...settings, PORT: String(port), DATABASE_URL: urlOf(database) },
        });
      } catch (error) {
        if (left === 1) throw error;
      }
    }
  }
}
