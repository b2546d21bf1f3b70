/**
 * A channel to the other tabs of this browser, opened with its first use; null where there is no such thing.
 * One object per tab, so that a tab does not hear itself.
 */
export function lazyChannel(name: string): () => BroadcastChannel | null {
  let channel: BroadcastChannel | null = null;
  return () => {
    if (typeof BroadcastChannel === 'undefined') return null;
    return (channel ??= new BroadcastChannel(name));
  };
}
