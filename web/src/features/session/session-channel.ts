import { lazyChannel } from '../../api/lazy-channel';

const channel = lazyChannel('olympia-session');

/** Tells the other tabs of this browser who is signed in now (null: nobody). */
export function tellSession(accountId: string | null): void {
  channel()?.postMessage(accountId);
}

/** Another tab signed in or out: the cookie is the same for all of them. */
export function onSessionElsewhere(listener: (accountId: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<string | null>) => listener(data);
  channel()?.addEventListener('message', hear);
  return () => channel()?.removeEventListener('message', hear);
}
