/** Pauses between questions while the server cannot be reached, in ms: short at first, as most gaps are. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 20_000;

/** Every answer of our server bears it; a café's sign-in page or a proxy without a server behind it does not. */
const OUR_HEADER = 'x-request-id';

/** Can the server be reached? Known from what became of real requests: a device may be "online" without any way out. */
export class Network {
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly probe: () => Promise<boolean>,
    private isOnline = true,
  ) {}

  readonly getSnapshot = (): boolean => this.isOnline;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Our server has answered. */
  reached(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pause = FIRST_PAUSE;
    this.set(true);
  }

  /** There was no answer, or not from our server. From now on it is asked again and again. */
  missed(): void {
    this.set(false);
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.check(), this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE);
  }

  /** Asks at once. @returns whether the server can be reached */
  async check(): Promise<boolean> {
    const answered = await this.probe();
    clearTimeout(this.timer);
    this.timer = undefined;
    if (answered) this.reached();
    else this.missed();
    return answered;
  }

  private set(isOnline: boolean): void {
    if (this.isOnline === isOnline) return;
    this.isOnline = isOnline;
    this.listeners.forEach((listener) => listener());
  }
}

/** Longest wait for the answer to "are you there?", in ms. */
const PROBE_TIMEOUT = 8_000;

async function askServer(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT);
    return isOurs(await fetch('/livez', { cache: 'no-store', signal }));
  } catch {
    return false;
  }
}

/** Does the answer come from our server? */
export const isOurs = ({ headers }: Response): boolean => headers.has(OUR_HEADER);

export const network = new Network(askServer);

/** Listens to what the browser knows of its network. To be called once. */
export function watchNetwork(): void {
  window.addEventListener('online', () => void network.check());
  window.addEventListener('offline', () => network.missed());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !network.getSnapshot()) void network.check();
  });
  if (!navigator.onLine) network.missed();
}
