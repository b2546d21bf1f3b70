import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { texts } from '../../texts/de';

const words = texts.gym.noConsent;

/** The child takes part, and nothing is written down. */
export function NoConsent() {
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />} title={words.title}>
      {words.text}
    </Alert>
  );
}
