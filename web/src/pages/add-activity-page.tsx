import { Box, Stack } from '@mantine/core';
import { IconHomeQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { AddActivityForm } from '../features/activities/add-activity-form';
import { type ActivityValues, emptyValues, valuesOf } from '../features/activities/activity-values';
import { type Saved, SavedPanel } from '../features/activities/saved-panel';
import { StartNotice } from '../features/groups/start-notice';
import { HeldNotice } from '../features/held-entries/held-notice';
import { useHouse } from '../features/activities/use-house';
import type { House } from '../features/session/session';
import { newId } from '../outbox/new-id';
import { outbox, useOutbox } from '../outbox/use-outbox';
import { texts } from '../texts/de';
import { ChoiceGroup } from '../ui/choice-group';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.activities.add;

/** Where educators start: note what was done with a group. */
export function AddActivityPage() {
  const { houses, house, choose } = useHouse();
  const correcting = useAddress().get('berichtigen');
  const { loaded } = useOutbox();
  return (
    <Box maw={720}>
      <PageHeader title={words.title} />
      <Stack gap="lg">
        <StartNotice house={house} />
        <HeldNotice />
        {houses.length > 1 && correcting === null && (
          <ChoiceGroup
            legend={words.house}
            field="institutionId"
            size="wide"
            choices={houses.map(({ id, name }) => ({ value: id, label: name }))}
            value={house?.id ?? null}
            onChange={choose}
          />
        )}
        {!house && (
          <Empty title={words.noHouseTitle} icon={<IconHomeQuestion size={30} stroke={1.6} />}>
            {words.noHouseText}
          </Empty>
        )}
        {house && (loaded || correcting === null) && (
          <Entry key={correcting ?? house.id} house={house} correcting={correcting} />
        )}
      </Stack>
    </Box>
  );
}

interface EntryProps {
  house: House;
  /** Id of the waiting entry that the server refused. */
  correcting: string | null;
}

/** One entry after the other: the form, then what was saved. */
function Entry({ house, correcting }: EntryProps) {
  const [start, setStart] = useState(() => startOf(correcting));
  const [saved, setSaved] = useState<Saved | null>(null);
  const address = useAddress();
  const goOn = (values: ActivityValues) => {
    setStart(values);
    setSaved(null);
  };
  if (!saved) {
    const draftName = `activity:${correcting ?? house.id}`;
    return (
      <AddActivityForm key={start.id} house={house} start={start} draftName={draftName} onSaved={setSaved} />
    );
  }
  return (
    <SavedPanel
      saved={saved}
      onAnother={() => {
        goOn(emptyValues());
        address.set({ berichtigen: null }, { replace: true });
      }}
      onUndone={(values) => goOn({ ...values, id: newId() })}
    />
  );
}

/** A clean sheet, or the refused entry as it was typed. */
function startOf(correcting: string | null): ActivityValues {
  const refused = outbox.getSnapshot().entries.find(({ id }) => id === correcting);
  return refused?.kind === 'activity' ? valuesOf(refused.id, refused.body) : emptyValues();
}
