import { Button, Group, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { MAX_LIMIT } from '../../api/read-all';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import type { CompletenessRow } from './queries';
import { isLow } from './rate';
import { ReminderDialog } from './reminder-dialog';
import type { Selection } from './use-selection';

const words = texts.completeness;

/** What can be done with the houses that are chosen. */
export function SelectionBar({
  rows,
  selection,
}: {
  rows: readonly CompletenessRow[];
  selection: Selection;
}) {
  const low = rows.filter(isLow).map(({ institutionId }) => institutionId);
  const count = selection.ids.size;
  return (
    <Group gap="sm" mb="md" className="no-print">
      {count > 0 && count <= MAX_LIMIT && (
        <DialogButton
          label={words.remind}
          title={words.reminder.title}
          variant="filled"
          leftSection={<IconMailForward size={18} aria-hidden />}
        >
          {(close) => (
            <ReminderDialog
              institutionIds={[...selection.ids]}
              onDone={() => {
                selection.set([]);
                close();
              }}
            />
          )}
        </DialogButton>
      )}
      <Text size="sm" aria-live="polite">
        {count === 0 ? words.selectHint : count > MAX_LIMIT ? words.most(MAX_LIMIT) : words.selected(count)}
      </Text>
      {low.length > 0 && count === 0 && (
        <Button variant="default" size="sm" onClick={() => selection.set(low)}>
          {words.selectLow}
        </Button>
      )}
      {count > 0 && (
        <Button variant="subtle" size="sm" onClick={() => selection.set([])}>
          {words.clear}
        </Button>
      )}
    </Group>
  );
}
