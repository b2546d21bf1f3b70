import { useTablet } from './use-tablet';

/** Where something can be added: what is needed for that lies on the desk. */
const ADDING = ['/eintragen', '/testtage'];

/** Is a page worth a way to it? On a shared tablet whose PIN nobody could check only those are where something is added. */
export function useReachable(): (path: string) => boolean {
  const { sitting } = useTablet();
  return (path) => sitting?.kind !== 'add_only' || ADDING.includes(path);
}
