import { Workbox } from 'workbox-window';
import { busyness, ifNobodyIsBusy } from '../ui/use-busy';

/** Somebody has asked for the new version while another tab was busy: it is tried again so often, in ms. */
const TRY_AGAIN = 1_000;

/** How often a new version is looked for while a page stays open, in ms, and how seldom when somebody comes back to it. */
const LOOK = 60 * 60_000;
const NOT_SOONER = 5 * 60_000;

interface Parts {
  /** Lets the waiting version take over. */
  skipWaiting: () => void;
  reload: () => void;
  ifNobodyIsBusy: (work: () => void) => Promise<boolean>;
  isBusy: () => boolean;
  onBusyChange: (listener: () => void) => () => void;
}

/** A new version: there is none, it waits, or somebody wants it as soon as no tab is busy. */
export type UpdateState = 'none' | 'ready' | 'asked';

/** A new version of the application: it waits, and is taken when nobody is in the middle of something in any tab. */
export class AppUpdate {
  private state: UpdateState = 'none';
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: Parts) {}

  readonly getSnapshot = (): UpdateState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  found(): void {
    if (this.state === 'none') this.enter('ready');
  }

  /** Takes it if nobody is busy. @returns whether it is being taken */
  async take(): Promise<boolean> {
    return this.state !== 'none' && this.parts.ifNobodyIsBusy(this.parts.skipWaiting);
  }

  /** Takes it now, or as soon as nobody is busy: whoever pressed the button does not have to find the moment. */
  ask(): void {
    if (this.state !== 'ready') return;
    this.enter('asked');
    void this.take();
    this.timer = setInterval(() => void this.take(), TRY_AGAIN);
  }

  /** The new version has taken over, from here or from another tab: this tab follows as soon as it is free. */
  takenOver(): void {
    clearInterval(this.timer);
    if (!this.parts.isBusy()) {
      this.parts.reload();
      return;
    }
    const stop = this.parts.onBusyChange(() => {
      if (this.parts.isBusy()) return;
      stop();
      this.parts.reload();
    });
  }

  private enter(state: UpdateState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

let workbox: Workbox | null = null;

export const appUpdate = new AppUpdate({
  skipWaiting: () => workbox?.messageSkipWaiting(),
  reload: () => window.location.reload(),
  ifNobodyIsBusy,
  isBusy: busyness.isBusy,
  onBusyChange: busyness.subscribe,
});

/** Installs the service worker, which keeps the application's code on the device. To be called once. */
export function installServiceWorker(): void {
  // Reading it throws where the browser forbids it.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const installed = new Workbox('/sw.js');
  workbox = installed;
  installed.addEventListener('waiting', () => appUpdate.found());
  // Not Workbox's own event: it hears nothing until the page is loaded, and another tab may take the new version before.
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first one takes a page over that it has not loaded: nothing has changed.
    if (isControlled) appUpdate.takenOver();
    isControlled = true;
  });
  // Without one the application works as before, with a network.
  installed.register().catch(() => undefined);
  lookForUpdates(installed);
}

/** Has the service worker taken this page over, so that it starts without a network? */
export const startsOffline = (): boolean =>
  'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

function lookForUpdates(installed: Workbox): void {
  let lookedAt = performance.now();
  const look = () => {
    lookedAt = performance.now();
    // Without a network there is nothing to be found.
    installed.update().catch(() => undefined);
  };
  window.setInterval(look, LOOK);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - lookedAt > NOT_SOONER) look();
  });
}
