import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { useSubmit } from '../../ui/use-submit';
import { bookingsKey, createBooking, readBookings, useProgrammeChanged } from './queries';

/** Chosen modules, each with the id of the booking to be: sending twice stores once. */
export type Picks = Readonly<Record<string, string>>;

export interface PickValues {
  institutionId: string;
  wishedFrom: string;
  wishedTo: string;
  remarks: string;
  picks: Picks;
}

interface Picked {
  institutionId: string;
  picks: Picks;
  onChange: (picks: Picks) => void;
}

/** Choosing and unchoosing; and which modules the house is waiting for already. */
export function usePicked({ institutionId, picks, onChange }: Picked) {
  const { data = [] } = useQuery({
    queryKey: [...bookingsKey, 'open', institutionId],
    queryFn: () => readAll((cursor) => readBookings({ institutionId, cursor, limit: MAX_LIMIT })),
    enabled: institutionId !== '',
  });
  const open = data.filter(({ state }) => state === 'wished' || state === 'planned');
  const toggle = (moduleId: string): void => {
    const { [moduleId]: chosen, ...others } = picks;
    onChange(chosen === undefined ? { ...picks, [moduleId]: newId() } : others);
  };
  return { toggle, taken: new Set(open.map(({ moduleId }) => moduleId)) };
}

/** Sends one booking after the other; what is stored leaves the form, so that a refusal in the middle loses nothing. */
export function useSubmitPicks(
  form: UseFormReturnType<PickValues>,
  onSaved: (institutionId: string) => void,
) {
  const changed = useProgrammeChanged(form.values.institutionId);
  const [done, setDone] = useState(0);
  const submit = useSubmit(form, async ({ institutionId, wishedFrom, wishedTo, remarks, picks }) => {
    const details = {
      wishedFrom: wishedFrom || null,
      wishedTo: wishedTo || null,
      remarks: remarks.trim() || null,
    };
    let left = Object.entries(picks);
    let stored = done;
    for (const [moduleId, id] of Object.entries(picks)) {
      await createBooking({ id, institutionId, moduleId, ...details });
      left = left.filter(([one]) => one !== moduleId);
      stored += 1;
      form.setFieldValue('picks', Object.fromEntries(left));
      setDone(stored);
    }
    await changed();
    announce(texts.bookings.pick.done(stored));
    onSaved(institutionId);
  });
  return { ...submit, done };
}
