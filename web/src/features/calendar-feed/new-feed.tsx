import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { LinkToPassOn } from '../../ui/link-to-pass-on';

const words = texts.calendarFeed;

/** The address, this once, and what to do with it. */
export function NewFeed({ link, onDone }: { link: string; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Calendars know by this scheme that it is an address to subscribe to, not a file to open once.
  const subscription = link.replace(/^https?:/, 'webcal:');
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="md">
        <Title order={3} fz="md" tabIndex={-1} ref={heading}>
          {words.newTitle}
        </Title>
        <Text>{words.newText}</Text>
        <Group>
          <Button
            component="a"
            href={subscription}
            variant="default"
            leftSection={<IconCalendarPlus size={20} aria-hidden />}
          >
            {words.subscribe}
          </Button>
        </Group>
        <LinkToPassOn link={link} label={words.link} scan={{ value: subscription, hint: words.scan }} />
        <List spacing="xs">
          {words.howTo.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {words.delay}
        </Text>
        <Group>
          <Button variant="default" onClick={onDone}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
