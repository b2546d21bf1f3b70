import { Box, Stack } from '@mantine/core';
import { IconHomeQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { AddActivityForm } from '../features/activities/add-activity-form';
import { type ActivityValues, emptyValues, valuesOf } from '../features/activities/activity-values';
import { type Saved, SavedPanel } from '../features/activities/saved-panel';
import { useHouse } from '../features/activities/use-house';
import type { House } from '../features/session/session';
import type { OutboxEntry } from '../outbox/entry';
import { newId } from '../outbox/new-id';
import { OutboxLine } from '../outbox/outbox-line';
import { useOutbox } from '../outbox/use-outbox';
import { texts } from '../texts/de';
import { ChoiceGroup } from '../ui/choice-group';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.activities.add;

/** Where educators start: note what was done with a group. */
export function AddActivityPage() {
  const { houses, house, choose } = useHouse();
  const refused = useRefusedEntry();
  return (
    <Box maw={720}>
      <PageHeader title={words.title} intro={<OutboxLine />} />
      <Stack gap="lg">
        {houses.length > 1 && (
          <ChoiceGroup
            legend={words.house}
            field="institutionId"
            size="wide"
            choices={houses.map(({ id, name }) => ({ value: id, label: name }))}
            value={house?.id ?? null}
            onChange={choose}
          />
        )}
        {house ? (
          <Entry key={refused?.id ?? house.id} house={house} refused={refused} />
        ) : (
          <Empty title={words.noHouseTitle} icon={<IconHomeQuestion size={30} stroke={1.6} />}>
            {words.noHouseText}
          </Empty>
        )}
      </Stack>
    </Box>
  );
}

/** The waiting entry that is to be corrected, if the address names one. */
function useRefusedEntry(): OutboxEntry | null {
  const id = useAddress().get('berichtigen');
  return useOutbox().entries.find((entry) => entry.id === id) ?? null;
}

/** One entry after the other: the form, then what was saved. */
function Entry({ house, refused }: { house: House; refused: OutboxEntry | null }) {
  const [start, setStart] = useState(() => (refused ? valuesOf(refused.id, refused.body) : emptyValues()));
  const [saved, setSaved] = useState<Saved | null>(null);
  if (!saved) {
    const draftName = `activity:${refused?.id ?? house.id}`;
    return (
      <AddActivityForm key={start.id} house={house} start={start} draftName={draftName} onSaved={setSaved} />
    );
  }
  const goOn = (values: ActivityValues) => {
    setStart(values);
    setSaved(null);
  };
  return (
    <SavedPanel
      saved={saved}
      onAnother={() => goOn(emptyValues())}
      onUndone={(values) => goOn({ ...values, id: newId() })}
    />
  );
}
