import { useQuery } from '@tanstack/react-query';
import { texts } from '../../../texts/de';
import { wordFor } from '../../../texts/de/words';
import { DialogButton } from '../../../ui/dialog-button';
import { formatDate } from '../../../ui/format';
import { QueryView } from '../../../ui/query-view';
import { BookingForm } from '../../bookings/booking-form';
import { bookingsKey, readBooking } from '../../bookings/queries';
import { AttentionRow, Contact } from './attention-row';
import type { UndatedBooking } from './queries';
import { useKeeps } from './use-keeps';

const words = texts.attention.bookings;

/** A module that waits for a date, or for somebody to say what became of it. */
export function BookingRow({ booking }: { booking: UndatedBooking }) {
  const { institutionId, institutionName, moduleTitle, audience, state, since, daysWaiting } = booking;
  const keeps = useKeeps();
  return (
    <AttentionRow
      title={moduleTitle}
      href={`/einrichtungen/${institutionId}`}
      contact={<Contact house={institutionName} {...booking} />}
      actions={keeps && <PlanButton booking={booking} />}
    >
      {wordFor(texts.programme.forAudience, audience)}
      {' · '}
      {institutionName}
      {' · '}
      {state === 'wished' ? words.wished(daysWaiting, formatDate(since)) : words.passed(formatDate(since))}
    </AttentionRow>
  );
}

function PlanButton({ booking }: { booking: UndatedBooking }) {
  const isWish = booking.state === 'wished';
  const what = `${booking.moduleTitle}, ${booking.institutionName}`;
  return (
    <DialogButton
      label={isWish ? words.plan : words.report}
      ariaLabel={isWish ? words.planLabel(what) : words.reportLabel(what)}
      title={booking.moduleTitle}
    >
      {(close) => <StoredForm id={booking.id} to={isWish ? 'planned' : 'delivered'} onSaved={close} />}
    </DialogButton>
  );
}

interface StoredFormProps {
  id: string;
  to: 'planned' | 'delivered';
  onSaved: () => void;
}

/** The booking as it stands now: the list may be a while old. */
function StoredForm({ id, to, onSaved }: StoredFormProps) {
  const booking = useQuery({
    queryKey: [...bookingsKey, 'one', id],
    queryFn: () => readBooking(id),
    gcTime: 0,
  });
  return (
    <QueryView query={booking}>
      {(stored) => <BookingForm booking={stored} to={to} onSaved={onSaved} />}
    </QueryView>
  );
}
