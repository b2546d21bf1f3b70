import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskDate, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatDayMonth, formatWeekdayShort } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { BookingForm } from '../bookings/booking-form';
import { bookingsKey, readBooking } from '../bookings/queries';
import { useSession } from '../session/session';
import { AdviceForm } from './advice-form';
import { adviceKey, readContact } from './queries';

const words = texts.advice;

/** Beside the button where there is room, above it on a phone. */
const WORDS = { flex: '1 1 190px' } as const;

interface DeskDatesProps {
  title: string;
  hint?: string;
  empty: string;
  dates: readonly DeskDate[];
}

/** Planned modules and contacts, each with what there is to do about it. */
export function DeskDates({ title, hint, empty, dates }: DeskDatesProps) {
  return (
    <Panel title={title}>
      {hint && dates.length > 0 && (
        <Text size="sm" c="dimmed" mb="md">
          {hint}
        </Text>
      )}
      {dates.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {dates.map((date) => (
            <DateRow key={date.id} date={date} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function DateRow({ date }: { date: DeskDate }) {
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const what = whatOf(date);
  const past = date.day <= today;
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <div style={WORDS}>
        <Text size="sm" c="dimmed" className="numbers">
          {`${formatWeekdayShort(date.day)} ${past && date.day < today ? formatDate(date.day) : formatDayMonth(date.day)}`}
          {date.time !== null && `, ${words.atTime(date.time)}`}
        </Text>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {what}
        </Text>
        <Text size="sm">{date.institutionName}</Text>
      </div>
      <Button
        variant="default"
        size="sm"
        aria-label={past ? words.reportLabel(what) : words.editLabel(what)}
        onClick={() => setOpen(true)}
      >
        {past ? words.report : words.edit}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={date.title ?? words.enterTitle(date.institutionName)}
        size="lg"
      >
        {open && <DateForm date={date} past={past} onSaved={() => setOpen(false)} />}
      </Modal>
    </Group>
  );
}

function whatOf({ title, way }: DeskDate): string {
  return title ?? words.contactTitle(wordFor(texts.programme.contactWay, way ?? ''));
}

interface DateFormProps {
  date: DeskDate;
  past: boolean;
  onSaved: () => void;
}

function DateForm({ date, ...rest }: DateFormProps) {
  return date.kind === 'booking' ? (
    <BookedForm date={date} {...rest} />
  ) : (
    <ContactForm date={date} {...rest} />
  );
}

function BookedForm({ date, past, onSaved }: DateFormProps) {
  const booking = useQuery({
    queryKey: [...bookingsKey, 'one', date.id],
    queryFn: (): Promise<ModuleBooking> => readBooking(date.id),
    gcTime: 0,
  });
  return (
    <QueryView query={booking}>
      {(stored) => <BookingForm booking={stored} to={past ? 'delivered' : 'planned'} onSaved={onSaved} />}
    </QueryView>
  );
}

function ContactForm({ date, onSaved }: DateFormProps) {
  const contact = useQuery({
    queryKey: [...adviceKey(date.institutionId), 'one', date.id],
    queryFn: () => readContact(date.id),
    gcTime: 0,
  });
  return (
    <QueryView query={contact}>
      {(stored) => <AdviceForm institutionId={date.institutionId} contact={stored} onSaved={onSaved} />}
    </QueryView>
  );
}
