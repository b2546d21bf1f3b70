import { Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CreatedInvitation } from '../api/types';
import { CreatedLink } from '../features/invitations/created-link';
import { InvitationForm } from '../features/invitations/invitation-form';
import { OpenInvitations } from '../features/invitations/open-invitations';
import { texts } from '../texts/de';
import { BackLink } from '../ui/back-link';
import { PageHeader } from '../ui/page-header';

const words = texts.invitations;

/** Accounts come into being by invitation only. */
export function InvitePage() {
  const [created, setCreated] = useState<CreatedInvitation | null>(null);
  return (
    <Stack maw={640} gap="xl">
      <div>
        <BackLink href="/konten">{words.backToPeople}</BackLink>
        <PageHeader title={words.title} intro={words.intro} />
        {created ? (
          <CreatedLink key={created.id} invitation={created} onAnother={() => setCreated(null)} />
        ) : (
          <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }}>
            <InvitationForm onCreated={setCreated} />
          </Paper>
        )}
      </div>
      <OpenInvitations onWithdrawn={(id) => setCreated((shown) => (shown?.id === id ? null : shown))} />
    </Stack>
  );
}
