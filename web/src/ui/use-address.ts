import { useSearchParams } from 'wouter';

interface Address {
  /** The value of a parameter, null if it is not in the address. */
  get: (name: string) => string | null;
  /** Sets or (null, '') removes parameters in one step; `replace` leaves no entry for the Back button. */
  set: (changes: Record<string, string | null>, options?: { replace?: boolean }) => void;
}

/** Filters, periods and tabs live in the query of the address, so that a view can be sent as a link and Back works. */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => params.get(name),
    set: (changes, options) => setParams((current) => changed(current, changes), options),
  };
}

function changed(current: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
