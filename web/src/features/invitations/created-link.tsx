import { Alert, Button, CopyButton, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CreatedInvitation } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant } from '../../ui/format';

const words = texts.invitations;

interface CreatedLinkProps {
  invitation: CreatedInvitation;
  onAnother: () => void;
}

/** The link, this once, and what to do with it. */
export function CreatedLink({ invitation, onAnother }: CreatedLinkProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }}>
      <Stack gap="md">
        <Title order={2} fz="xl" tabIndex={-1} ref={heading}>
          {words.createdTitle(invitation.name ?? invitation.email ?? '')}
        </Title>
        {invitation.link === null ? (
          <Alert color="sonne" variant="light" icon={<IconInfoCircle aria-hidden />}>
            {words.linkShown}
          </Alert>
        ) : (
          <LinkToCopy link={invitation.link} />
        )}
        <Text size="sm" c="dimmed">
          {words.validUntil(formatInstant(invitation.expiresAt))}
        </Text>
        <Group>
          <Button variant="default" onClick={onAnother}>
            {words.another}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function LinkToCopy({ link }: { link: string }) {
  return (
    <>
      <Text>{words.createdText}</Text>
      <TextInput
        label={words.link}
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
    </>
  );
}
