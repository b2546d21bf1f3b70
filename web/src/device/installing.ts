/** Chromium's question whether to put the application onto the home screen; not in the standard, so not in TypeScript's DOM. */
interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>;
}

/** The browser's offer to install the application, kept until somebody asks for it. */
class Installing {
  private offer: InstallPrompt | null = null;
  private readonly listeners = new Set<() => void>();

  readonly isOffered = (): boolean => this.offer !== null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly keep = (offer: InstallPrompt | null): void => {
    this.offer = offer;
    this.listeners.forEach((listener) => listener());
  };

  /** An offer can be taken once. */
  async install(): Promise<void> {
    const { offer } = this;
    this.keep(null);
    await offer?.prompt();
  }
}

export const installing = new Installing();

/** To be called before the first paint: the browser offers it once. */
export function watchInstalling(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // Asked for on the account's page, instead of in the middle of something.
    event.preventDefault();
    if ('prompt' in event) installing.keep(event as InstallPrompt);
  });
  window.addEventListener('appinstalled', () => installing.keep(null));
}

/** Opened from the home screen, in a window of its own? */
export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches;

/** iPhones and iPads have no such offer; iPads say that they are Macs, but have fingers. */
export const isApple = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
