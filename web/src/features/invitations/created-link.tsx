import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconMailCheck, IconMailOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CreatedInvitation } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant } from '../../ui/format';
import { LinkToPassOn } from '../../ui/link-to-pass-on';

const words = texts.invitations;

interface CreatedLinkProps {
  invitation: CreatedInvitation;
  onAnother: () => void;
}

/** What became of the invitation: mailed, or a link, this once, and what to do with it. */
export function CreatedLink({ invitation, onAnother }: CreatedLinkProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = invitation.name ?? invitation.email ?? '';
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }}>
      <Stack gap="md">
        <Title order={2} fz="xl" tabIndex={-1} ref={heading}>
          {invitation.delivery === 'sent' ? words.sentTitle(name) : words.createdTitle(name)}
        </Title>
        <WhatNow invitation={invitation} />
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

/** Mailed, or a link to pass on. */
export function WhatNow({ invitation: { delivery, link, email } }: { invitation: CreatedInvitation }) {
  if (delivery === 'sent') {
    return (
      <>
        <Alert color="green" variant="light" icon={<IconMailCheck aria-hidden />}>
          {words.sentText(email ?? '')}
        </Alert>
        {link !== null && <LinkOnDemand link={link} />}
      </>
    );
  }
  if (link === null) {
    return (
      <Alert color="sonne" variant="light" icon={<IconInfoCircle aria-hidden />}>
        {words.linkShown}
      </Alert>
    );
  }
  return (
    <>
      {delivery === 'failed' && (
        <Alert color="sonne" variant="light" icon={<IconMailOff aria-hidden />}>
          {words.failedText}
        </Alert>
      )}
      <Text>{words.createdText}</Text>
      <LinkToPassOn link={link} label={words.link} />
    </>
  );
}

/** For a mail that never arrives: the link is in this answer only, and would be lost with the page. */
function LinkOnDemand({ link }: { link: string }) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" aria-expanded={open} onClick={toggle} style={{ alignSelf: 'flex-start' }}>
        {open ? words.hideLink : words.showLink}
      </Button>
      {open && <LinkToPassOn link={link} label={words.link} />}
    </>
  );
}
