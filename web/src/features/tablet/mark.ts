const NAME = 'olympia:shared-tablet';

/**
 * Is this device a shared tablet of a house? Read before anything else can be, so that nothing of an ordinary session is
 * ever begun here. Whether the house still says so, the server knows.
 */
export function isTablet(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

/** @returns false if the browser keeps nothing: such a device would forget with the next start that it is shared. */
export function markTablet(): boolean {
  try {
    window.localStorage.setItem(NAME, 'yes');
    return true;
  } catch {
    return false;
  }
}

export function unmarkTablet(): void {
  try {
    window.localStorage.removeItem(NAME);
  } catch {
    // Where nothing can be kept there is no mark either.
  }
}
