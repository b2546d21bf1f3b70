import type { Session } from '../../api/types';
import { deviceClock } from '../../device/device-clock';
import { type Asking, kept } from '../../device/kept';
import { dayAfter } from './current-day';

const NAME = 'session';

/** Keeps who is signed in, so that the application starts on this device without a network. */
export async function keepSession(session: Session): Promise<void> {
  const mayStay = await forThisDevice(session);
  if (mayStay) await kept.put(NAME, mayStay);
}

/** Reads who is signed in (null: nobody); without an answer whoever was last, while that session lasts. @throws Problem */
export function readOrRemember(asking: Asking, read: () => Promise<Session | null>): Promise<Session | null> {
  return kept.read(asking, NAME, read, {
    keep: forThisDevice,
    revive: (session, keptAt) => session && asOfNow(session, keptAt, deviceClock.now()),
  });
}

async function forThisDevice(session: Session | null): Promise<Session | null> {
  // On a shared tablet nothing of anybody stays.
  if (!session || session.tablet) {
    await kept.forget();
    return null;
  }
  if (session.secondFactorMissing) return null;
  await kept.open(session.account.id);
  return session;
}

/** The copy as it holds now, in epoch ms: its day may be over, and its time too. */
export function asOfNow(session: Session, keptAt: number, now: number): Session | null {
  if (Date.parse(session.expiresAt) <= now) return null;
  return { ...session, today: dayAfter(session.today, keptAt, now) };
}
