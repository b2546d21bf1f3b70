import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { hasRole, useSession } from '../session/session';

const words = texts.coaching;

export const coachParam = 'coach';

/** Whose houses; for coordinators, as nobody else may ask who coaches. */
export function CoachFilter() {
  const allowed = hasRole(useSession(), 'coordinator');
  const { data } = useQuery({
    queryKey: ['coaches', 'all'],
    queryFn: () => unwrap(api.GET('/api/coaches', { params: { query: {} } })),
    enabled: allowed,
  });
  if (!allowed || !data || data.items.length === 0) return null;
  return (
    <AddressSelect
      label={words.coach}
      param={coachParam}
      options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
      all={words.allCoaches}
    />
  );
}
