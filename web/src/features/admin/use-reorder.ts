import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { District } from '../../api/types';
import { announceProblem } from '../../ui/announce';
import { districtsQuery } from '../institutions/reference';
import { changeDistrict } from './requests';

/**
 * Moves a district in the city's order. Only those whose place changes are written, so places that were equal
 * or had gaps come right with the first move.
 */
export function useReorder(municipalityId: string, onMoved: (district: District, place: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ ordered, from, to }: Move) => {
      for (const [index, district] of moved(ordered, from, to).entries()) {
        if (district.position !== index + 1) await changeDistrict(district, { position: index + 1 });
      }
    },
    onSuccess: (_done, { ordered, from, to }) => {
      const district = ordered[from];
      if (district) onMoved(district, to + 1);
    },
    onError: announceProblem,
    onSettled: () => queries.invalidateQueries(districtsQuery(municipalityId)),
  });
}

interface Move {
  ordered: readonly District[];
  from: number;
  to: number;
}

function moved(ordered: readonly District[], from: number, to: number): District[] {
  const rest = ordered.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...ordered.slice(from, from + 1), ...rest.slice(to)];
}
