import { Alert, Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { BookingState, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { formatDate } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { type DraftForm, useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { useSession } from '../session/session';
import {
  audienceOf,
  type BookingValues,
  changeOf,
  missing,
  startOf,
  stateOf,
  valuesOf,
} from './booking-values';
import { kindOf } from './booking-words';
import { changeBooking, useProgrammeChanged } from './queries';

const words = texts.bookings;

interface BookingFormProps {
  booking: ModuleBooking;
  /** Where it moves to; its own state to change what is said about it. */
  to: BookingState;
  onSaved: () => void;
}

/** What a state needs to know: a day; who was there; a reason. */
export function BookingForm({ booking, to, onSaved }: BookingFormProps) {
  const { today } = useSession();
  const changed = useProgrammeChanged(booking.institutionId);
  const moves = booking.state !== to;
  const title = booking.moduleTitle;
  const { form, restored, discard, forget } = useDraftForm<BookingValues>(
    `booking:${booking.id}:${to}`,
    startOf(booking, to, today),
    (values) => missing(booking, to, values),
  );
  const submit = useVersionedSubmit<BookingValues, ModuleBooking>({
    form,
    base: valuesOf(booking),
    valuesOf,
    send: async (changes, { version }) => {
      const change = { ...(moves && { state: to }), ...changeOf(changes, to) };
      if (Object.keys(change).length > 0) {
        await changeBooking({ id: booking.id, version: version ?? booking.version }, change);
      }
      forget();
      await changed();
      announce(moves ? words.moved[to](title) : words.changed(title));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {booking.institutionName} · {kindOf(booking)}
        </Text>
        <DraftNote restored={restored} discard={discard} />
        {moves && <Loses booking={booking} to={to} />}
        <StateFields booking={booking} to={to} form={form} today={today} />
        <Textarea
          label={words.fields.remarks}
          description={words.fields.remarksHint}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('remarks')}
        />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {moves ? words.moveTo[to] : texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words.fields, version: '' }}
        describe={(field, values) => described(field, values)}
      />
    </form>
  );
}

/** What the way back throws away. */
function Loses({ booking, to }: Pick<BookingFormProps, 'booking' | 'to'>) {
  const from = stateOf(booking);
  const lost =
    from === 'delivered' || from === 'cancelled' || (from === 'planned' && to === 'wished')
      ? words.loses[from]
      : null;
  return lost === null ? null : (
    <Alert color="sonne" variant="light">
      {lost}
    </Alert>
  );
}

interface StateFieldsProps
  extends Pick<BookingFormProps, 'booking' | 'to'>, Pick<DraftForm<BookingValues>, 'form'> {
  today: string;
}

function StateFields({ booking, to, form, today }: StateFieldsProps) {
  const { fields } = words;
  if (to === 'wished') return <WishFields form={form} />;
  if (to === 'cancelled') {
    return (
      <TextInput
        label={fields.cancelReason}
        description={fields.cancelReasonHint}
        maxLength={300}
        data-autofocus
        {...form.getInputProps('cancelReason')}
      />
    );
  }
  if (to === 'delivered') return <OutcomeFields booking={booking} form={form} today={today} />;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput type="date" label={fields.plannedOn} data-autofocus {...form.getInputProps('plannedOn')} />
      <TextInput
        type="time"
        label={fields.plannedStart}
        description={fields.plannedStartHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('plannedStart')}
      />
    </SimpleGrid>
  );
}

export function WishFields({ form }: Pick<DraftForm<{ wishedFrom: string; wishedTo: string }>, 'form'>) {
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={words.fields.wishedFrom} {...form.getInputProps('wishedFrom')} />
        <TextInput
          type="date"
          label={words.fields.wishedTo}
          min={form.values.wishedFrom}
          {...form.getInputProps('wishedTo')}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={6}>
        {words.fields.wishedHint}
      </Text>
    </div>
  );
}

function OutcomeFields({ booking, form, today }: Omit<StateFieldsProps, 'to'>) {
  const first = audienceOf(booking);
  const others = (['children', 'parents', 'staff'] as const).filter((who) => who !== first);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={words.fields.deliveredOn}
          max={today}
          data-autofocus
          {...form.getInputProps('deliveredOn')}
        />
        <NumberField label={words.fields.minutes} {...form.getInputProps('minutes')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} role="group" aria-label={words.fields.peopleHint}>
        {[first, ...others].map((who) => (
          <NumberField key={who} label={words.fields[who]} {...form.getInputProps(who)} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const DAYS: readonly string[] = ['wishedFrom', 'wishedTo', 'plannedOn', 'deliveredOn'];

function described(field: keyof BookingValues, values: BookingValues): string {
  const value = values[field];
  if (value === null || value === '') return '';
  return DAYS.includes(field) ? formatDate(String(value)) : String(value);
}
