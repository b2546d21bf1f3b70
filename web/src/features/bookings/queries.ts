import { useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';
import type {
  BookingState,
  ModuleBooking,
  ModuleBookingChange,
  NewModuleBooking,
  ParticipationRun,
} from '../../api/types';
import { useHouseChanged } from '../institutions/use-house-changed';

export type BookingQuery = NonNullable<paths['/api/module-bookings']['get']['parameters']['query']>;

export const BOOKING_STATES: readonly BookingState[] = ['wished', 'planned', 'delivered', 'cancelled'];

/** Begins the key of everything about bookings; the coach's desk shows some of them. */
export const bookingsKey = ['bookings'] as const;
export const deskKey = ['coach-desk'] as const;
/** Begins the key of the lists of contacts over many houses. */
export const adviceListKey = ['advice'] as const;

export function readBookings(query: BookingQuery) {
  return unwrap(api.GET('/api/module-bookings', { params: { query } }));
}

export function readBooking(id: string): Promise<ModuleBooking> {
  return unwrap(api.GET('/api/module-bookings/{id}', { params: { path: { id } } }));
}

export function createBooking(body: NewModuleBooking): Promise<ModuleBooking> {
  return unwrap(api.POST('/api/module-bookings', { body }));
}

export function changeBooking(
  { id, version }: { id: string; version: number },
  body: ModuleBookingChange,
): Promise<ModuleBooking> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/module-bookings/{id}', { params, body }));
}

export function removeBooking(booking: ModuleBooking): Promise<unknown> {
  const params = { path: { id: booking.id }, header: ifMatch(booking) };
  return unwrap(api.DELETE('/api/module-bookings/{id}', { params }));
}

/** Says when the box of material was handed over, or (null) that it was not. */
export function handOverMaterials(
  { id, version }: { id: string; version: number },
  materialsOn: string | null,
): Promise<ParticipationRun> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/participations/{id}/materials', { params, body: { materialsOn } }));
}

/** To be called when a booking or a contact of a house was stored: boards, lists, desk, timeline and figures are read again. */
export function useProgrammeChanged(institutionId: string): () => Promise<void> {
  const queries = useQueryClient();
  const houseChanged = useHouseChanged(institutionId);
  return async () => {
    await queries.invalidateQueries({ queryKey: bookingsKey });
    await queries.invalidateQueries({ queryKey: deskKey });
    await queries.invalidateQueries({ queryKey: adviceListKey });
    await houseChanged();
  };
}
