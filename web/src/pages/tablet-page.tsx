import { useEffect, useState } from 'react';
import { EnrolView, NoCode } from '../features/tablet/enrol-view';

/**
 * Where the lead's QR code leads. The code stands behind the # of the address, so that no server and no proxy writes it down, and
 * leaves the address at once, so that it stays in no history either.
 */
export function TabletPage() {
  const [code, setCode] = useState(takeCode);
  useEffect(() => {
    // A second code, opened where the first one was: only the part behind the # changes, and the page stays.
    const take = () => setCode(takeCode());
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return code === '' ? <NoCode /> : <EnrolView key={code} code={code} />;
}

/** Of this page's life: the page may be drawn a second time, when there is nothing in the address any more. */
let taken = '';

function takeCode(): string {
  const { hash, pathname } = window.location;
  if (hash.length > 1) {
    taken = hash.slice(1);
    window.history.replaceState(window.history.state, '', pathname);
  }
  return taken;
}
