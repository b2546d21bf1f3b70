import { Workbox } from 'workbox-window';
import { busyness, ifNobodyIsBusy } from '../ui/use-busy';

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

/** A new version of the application: it waits, and is taken when nobody is in the middle of something in any tab. */
export class AppUpdate {
  private isWaiting = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: Parts) {}

  /** Is there a new version? */
  readonly getSnapshot = (): boolean => this.isWaiting;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  found(): void {
    this.isWaiting = true;
    this.listeners.forEach((listener) => listener());
  }

  /** Takes it if nobody is busy. @returns whether it is being taken */
  async take(): Promise<boolean> {
    return this.isWaiting && this.parts.ifNobodyIsBusy(this.parts.skipWaiting);
  }

  /** The new version has taken over, from here or from another tab: this tab follows as soon as it is free. */
  takenOver(): void {
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
  let isControlled = navigator.serviceWorker.controller !== null;
  installed.addEventListener('waiting', () => appUpdate.found());
  installed.addEventListener('controlling', () => {
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
