import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { CityFilter } from '../../institutions/city-filter';

type Schemas = components['schemas'];
export type Attention = Schemas['AttentionDto'];
export type OverdueStep = Schemas['OverdueStepDto'];
export type UndatedBooking = Schemas['UndatedBookingDto'];
export type EmptyTraining = Schemas['EmptyTrainingDto'];

/** Read again whenever something about a house was stored, with everything else of the overview. */
export function attentionQuery(filter: CityFilter) {
  return queryOptions({
    queryKey: ['overview', 'attention', filter],
    queryFn: () => unwrap(api.GET('/api/reports/attention', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}
