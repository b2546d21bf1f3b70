import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts/de';
import type { DraftForm } from './use-draft-form';

/** Says that an unfinished form was found, and offers the stored state instead. */
export function DraftNote({ restored, discard }: Pick<DraftForm<object>, 'restored' | 'discard'>) {
  const [visible, setVisible] = useState(restored);
  if (!visible) return null;
  const startOver = () => {
    discard();
    setVisible(false);
  };
  return (
    <Alert color="sonne" variant="light" role="status" py="xs">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{texts.common.draftRestored}</Text>
        <Button variant="default" size="xs" onClick={startOver}>
          {texts.institutions.draft.discard}
        </Button>
      </Group>
    </Alert>
  );
}
