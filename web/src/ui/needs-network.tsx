import { Alert, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useOnline } from '../device/use-online';
import { texts } from '../texts/de';
import { PageHeader } from './page-header';

const words = texts.device.needsNetwork;

interface NeedsNetworkProps {
  onRetry?: () => void;
}

/** In the place of what cannot be shown without a network: no fault, and nothing to be done but wait. */
export function NeedsNetwork({ onRetry }: NeedsNetworkProps) {
  return (
    <Alert
      role="status"
      color="gray"
      variant="light"
      radius="lg"
      p="lg"
      icon={<IconCloudOff aria-hidden />}
      title={words.title}
    >
      <Stack align="flex-start" gap="sm">
        <Text>{words.reading}</Text>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {texts.common.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The same as a whole page, for what is not on this device at all. */
export function NeedsNetworkPage({ text }: { text: string }) {
  return (
    <Stack align="flex-start" maw={640} role="status">
      <PageHeader title={words.title} />
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconCloudOff size={24} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
        <Text>{text}</Text>
      </Group>
    </Stack>
  );
}

/** Beside a button or in its place: why it cannot be pressed now. Nothing while there is a network. */
export function NetworkNote({ children }: { children: string }) {
  if (useOnline()) return null;
  return (
    <Group gap={6} wrap="nowrap" c="dimmed" role="status">
      <IconCloudOff size={18} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

/** Small mark on a link to something that needs the network, while there is none. */
export function NetworkMark() {
  if (useOnline()) return null;
  return (
    <>
      <IconCloudOff size={16} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
      <VisuallyHidden>({words.mark})</VisuallyHidden>
    </>
  );
}
