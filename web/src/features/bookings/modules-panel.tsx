import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Institution, ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { Skeletons } from '../../ui/states';
import { useSession } from '../session/session';
import { whenOf } from './booking-words';
import { bookingsKey, handOverMaterials, readBookings, useProgrammeChanged } from './queries';

const words = texts.bookings;

const NEXT_SHOWN = 3;

interface ModulesPanelProps {
  institution: Institution;
  /** May say when the box of material was handed over. */
  advises: boolean;
}

/** What a house chose in short, and the way to its board; and its box of material. */
export function ModulesPanel({ institution, advises }: ModulesPanelProps) {
  const { id } = institution;
  const bookings = useQuery({
    queryKey: [...bookingsKey, 'house', id],
    queryFn: () => readAll((cursor) => readBookings({ institutionId: id, cursor, limit: MAX_LIMIT })),
  });
  return (
    <Panel
      title={words.panelTitle}
      action={
        <Anchor component={Link} href={`/module?einrichtung=${id}`}>
          {words.toBoard}
        </Anchor>
      }
    >
      <Stack gap="md">
        <QueryView query={bookings} loading={<Skeletons rows={2} height={40} />}>
          {(all) => <Summary bookings={all} />}
        </QueryView>
        <Materials institution={institution} advises={advises} />
      </Stack>
    </Panel>
  );
}

function Summary({ bookings }: { bookings: readonly ModuleBooking[] }) {
  const { schoolYear } = useSession();
  const of = (state: string) => bookings.filter((booking) => booking.state === state);
  const firstDay = `${schoolYear}-08-01`;
  const delivered = of('delivered').filter(({ deliveredOn }) => (deliveredOn ?? '') >= firstDay);
  const next = of('planned').toSorted((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''));
  return (
    <div>
      <Text>{words.counts(of('wished').length, next.length, delivered.length)}</Text>
      {next.slice(0, NEXT_SHOWN).map((booking) => (
        <Text key={booking.id} size="sm" c="dimmed" className="numbers">
          {whenOf(booking)}: {booking.moduleTitle}
        </Text>
      ))}
    </div>
  );
}

function Materials({ institution, advises }: ModulesPanelProps) {
  const { participation } = institution;
  if (participation === null || participation.startedOn === null) return null;
  const { materialsOn } = participation;
  return (
    <Group justify="space-between" gap="xs">
      <Text>
        <Text span fw={600}>
          {words.materials}:
        </Text>{' '}
        {materialsOn === null ? words.materialsNone : words.materialsOn(formatDate(materialsOn))}
      </Text>
      {advises && (
        <DialogButton
          label={materialsOn === null ? words.materialsHandOver : words.materialsChange}
          ariaLabel={materialsOn === null ? words.materialsHandOver : words.materialsChangeLabel}
          title={words.materialsTitle}
        >
          {(close) => (
            <MaterialsForm institutionId={institution.id} participation={participation} onSaved={close} />
          )}
        </DialogButton>
      )}
    </Group>
  );
}

interface MaterialsFormProps {
  institutionId: string;
  participation: NonNullable<Institution['participation']>;
  onSaved: () => void;
}

function MaterialsForm({ institutionId, participation, onSaved }: MaterialsFormProps) {
  const { today } = useSession();
  const changed = useProgrammeChanged(institutionId);
  const form = useForm({ initialValues: { materialsOn: participation.materialsOn ?? today } });
  return (
    <ServerForm
      form={form}
      submitLabel={texts.common.save}
      send={async ({ materialsOn }) => {
        await handOverMaterials(participation, materialsOn || null);
        await changed();
        announce(materialsOn === '' ? words.materialsRemoved : words.materialsSaved);
        onSaved();
      }}
    >
      <TextInput
        type="date"
        label={words.materialsDay}
        description={words.materialsDayHint}
        max={today}
        data-autofocus
        {...form.getInputProps('materialsOn')}
      />
    </ServerForm>
  );
}
