import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts/de';
import type { Draft } from '../../ui/use-draft';
import { type ActivityValues, emptyValues, isBegun } from './activity-values';
import type { ActivityForm } from './use-activity-form';

/** Says that an unfinished entry was found, and offers a clean sheet. */
export function BegunNote({ form, draft }: { form: ActivityForm; draft: Draft<ActivityValues> }) {
  const [dismissed, setDismissed] = useState(!draft.restored || !isBegun(draft.value));
  if (dismissed) return null;
  const startOver = () => {
    form.setValues(emptyValues());
    form.clearErrors();
    draft.clear();
    setDismissed(true);
  };
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{texts.common.draftRestored}</Text>
      <Button variant="subtle" size="compact-md" onClick={startOver}>
        {texts.activities.add.startOver}
      </Button>
    </Group>
  );
}
