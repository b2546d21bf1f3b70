import { useAddress } from './use-address';

/** The page that the person came from (`?zurueck=`); only a path of this application, whatever the address says. */
export function useReturnTo(otherwise: string): string {
  const wanted = useAddress().get('zurueck') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : otherwise;
}
