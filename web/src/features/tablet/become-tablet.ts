import { api, unwrap } from '../../api/client';
import { Problem } from '../../api/problem';
import { kept } from '../../device/kept';
import { keyring } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { dropDrafts, keepDraftsIn } from '../../ui/draft-store';
import { markTablet, unmarkTablet } from './mark';
import { sealedDrafts, sharedTablet, tabletStore } from './tablet';

/**
 * Makes this device a shared tablet. Whoever is signed in is signed out before anything else: an ordinary session needs no PIN, and
 * nothing of it may stay. What lies here in clear goes.
 * @throws Problem before the code is used up if the browser keeps nothing, or as the server refuses the code
 */
export async function becomeTablet(code: string, isSignedIn: boolean): Promise<void> {
  if ((await tabletStore()) === null || !markTablet()) throw notKept();
  try {
    if (isSignedIn) await unwrap(api.DELETE('/api/session'));
    await Promise.all([kept.forget(), keyring.forget()]);
    const desk = await unwrap(api.POST('/api/tablet', { body: { code } }));
    dropDrafts();
    keepDraftsIn(sealedDrafts);
    await sharedTablet.enrol(desk);
  } catch (error) {
    unmarkTablet();
    throw error;
  }
}

function notKept(): Problem {
  return new Problem({ status: 0, code: 'not_kept', title: texts.tabletLock.enrol.notKept });
}
