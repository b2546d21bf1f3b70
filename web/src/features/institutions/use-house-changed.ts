import { useQueryClient } from '@tanstack/react-query';
import { institutionQuery, institutionsKey } from './queries';

/** To be called when something that hangs on a house was stored: its own page, the lists and the figures are read again. */
export function useHouseChanged(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: institutionsKey });
    void queries.invalidateQueries({ queryKey: ['overview'] });
    void queries.invalidateQueries(institutionQuery(id));
    await queries.invalidateQueries({ queryKey: houseKey(id) });
  };
}

/** Begins the key of everything that hangs on a house. */
export function houseKey(id: string): readonly string[] {
  return ['house', id];
}
