import { lazyChannel } from '../api/lazy-channel';

const NAME = 'olympia-outbox';

/** One tab at a time; browsers without locks (or on plain http) rely on the server storing an id once. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(NAME, work) : work();
}

const channel = lazyChannel(NAME);

export function tellOthers(): void {
  channel()?.postMessage('changed');
}

export function onOthersChanged(listener: () => void): () => void {
  channel()?.addEventListener('message', listener);
  return () => channel()?.removeEventListener('message', listener);
}
