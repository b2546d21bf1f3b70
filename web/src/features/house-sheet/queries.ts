import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type HouseSheet = Schemas['HouseSheetDto'];
export type SheetFigure = Schemas['SheetFigureDto'];
export type SheetMonth = Schemas['SheetMonthDto'];
export type SheetAdvice = Schemas['SheetAdviceDto'];
export type SheetBooking = Schemas['SheetBookingDto'];

/** Everything on the page, in one answer. */
export function houseSheetQuery(id: string) {
  return queryOptions({
    queryKey: ['institutions', id, 'sheet'],
    queryFn: () => unwrap(api.GET('/api/institutions/{id}/sheet', { params: { path: { id } } })),
  });
}
