import { Group } from '@mantine/core';
import { IconTrash, IconWorldUpload } from '@tabler/icons-react';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { usePublications } from './queries';

const words = texts.publications;

/** Publishes what was looked at, or throws it away. */
export function PublishActions({ detail }: { detail: PublicationDetail }) {
  const { publish, remove } = usePublications();
  const { title, half } = detail;
  return (
    <Group gap="sm">
      <ConfirmButton
        variant="filled"
        label={words.publish}
        ariaLabel={words.actionLabel(words.publish, title)}
        leftSection={<IconWorldUpload size={18} aria-hidden />}
        question={words.publishQuestion(title)}
        text={words.publishText[half === null ? 'whole' : 'half']}
        confirmLabel={words.publish}
        onConfirm={async () => {
          await publish(detail);
          announce(words.published);
        }}
      />
      <ConfirmButton
        label={words.discard}
        ariaLabel={words.actionLabel(words.discard, title)}
        leftSection={<IconTrash size={18} aria-hidden />}
        question={words.discardQuestion}
        text={words.discardText}
        confirmLabel={words.discard}
        onConfirm={async () => {
          await remove(detail);
          announce(words.discarded);
        }}
      />
    </Group>
  );
}
