import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { QrCode } from './qr-code';

const words = texts.common.link;

interface LinkToPassOnProps {
  link: string;
  /** What the link is, above its field. */
  label: string;
  /** What the QR code holds instead of the link, and what to do with it. */
  scan?: { value: string; hint: string };
}

/** A secret link that is shown once: to copy, or to scan from the screen with the other person's phone. */
export function LinkToPassOn({ link, label, scan }: LinkToPassOnProps) {
  return (
    <Stack gap="md">
      <TextInput
        label={label}
        value={link}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <CopyButton value={link} timeout={4000}>
        {({ copied, copy }) => (
          <Group gap="sm">
            <Button
              size="lg"
              leftSection={copied ? <IconCheck size={22} aria-hidden /> : <IconCopy size={22} aria-hidden />}
              onClick={copy}
            >
              {words.copy}
            </Button>
            <Text role="status">{copied ? words.copied : ''}</Text>
          </Group>
        )}
      </CopyButton>
      <div>
        <QrCode value={scan?.value ?? link} label={words.qrLabel(label)} />
        <Text size="sm" c="dimmed" mt="xs">
          {scan?.hint ?? words.qrHint}
        </Text>
      </div>
    </Stack>
  );
}
