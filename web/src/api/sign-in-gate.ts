type Listener = () => void;

/**
 * Where requests wait that met 401 in the middle of work. The dialog that listens here lets the person sign in
 * on the spot; then every waiting request is sent again and nothing typed is lost.
 */
class SignInGate {
  private waiting: ((signedIn: boolean) => void)[] = [];
  private readonly listeners = new Set<Listener>();
  private armed = false;

  /** Armed while someone is signed in; otherwise a 401 is simply an answer. */
  arm(armed: boolean): void {
    this.armed = armed;
    if (!armed) this.settle(false);
  }

  /** Resolves true once someone has signed in again, false if they chose not to. */
  ask(): Promise<boolean> {
    if (!this.armed) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.waiting = [...this.waiting, resolve];
      this.announce();
    });
  }

  settle(signedIn: boolean): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((resolve) => resolve(signedIn));
    this.announce();
  }

  readonly isOpen = (): boolean => this.waiting.length > 0;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private announce(): void {
    this.listeners.forEach((listener) => listener());
  }
}

export const signInGate = new SignInGate();
