import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { CreatedInvitation, Invitation } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce, announceProblem } from '../../ui/announce';
import { formatInstant } from '../../ui/format';
import { PagedView, usePages } from '../../ui/paged';
import { WhatNow } from './created-link';

const words = texts.invitations;
const queryKey = ['invitations'];

interface OpenInvitationsProps {
  onWithdrawn?: (id: string) => void;
}

/** Invitations that nobody has accepted yet: to be taken back, or renewed once they have run out. */
export function OpenInvitations({ onWithdrawn }: OpenInvitationsProps) {
  const [renewed, setRenewed] = useState<CreatedInvitation | null>(null);
  const pages = usePages(queryKey, (cursor) =>
    unwrap(api.GET('/api/invitations', { params: { query: { cursor } } })),
  );
  return (
    <Stack component="section" gap="sm" maw={640}>
      <Title order={2} fz="lg">
        {words.openTitle}
      </Title>
      <PagedView query={pages} empty={<Text c="dimmed">{words.openEmpty}</Text>}>
        {(invitations) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {invitations.map((invitation) => (
              <OpenInvitation
                key={invitation.id}
                invitation={invitation}
                onWithdrawn={onWithdrawn}
                onRenewed={setRenewed}
              />
            ))}
          </Stack>
        )}
      </PagedView>
      {renewed && <Renewed invitation={renewed} onClose={() => setRenewed(null)} />}
    </Stack>
  );
}

function Renewed({ invitation, onClose }: { invitation: CreatedInvitation; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={words.renewedTitle(nameOf(invitation))} size="lg">
      <Stack gap="md">
        <Text>{words.renewedText}</Text>
        <WhatNow invitation={invitation} />
        <Text size="sm" c="dimmed">
          {words.validUntil(formatInstant(invitation.expiresAt))}
        </Text>
      </Stack>
    </Modal>
  );
}

const nameOf = ({ name, email }: Invitation): string => name ?? email ?? words.unnamed;

interface OpenInvitationProps extends OpenInvitationsProps {
  invitation: Invitation;
  onRenewed: (invitation: CreatedInvitation) => void;
}

function OpenInvitation({ invitation, onWithdrawn, onRenewed }: OpenInvitationProps) {
  const label = nameOf(invitation);
  const withdraw = useWithdraw(invitation, onWithdrawn);
  const renew = useRenew(invitation, onRenewed);
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <InvitationFacts invitation={invitation} />
        <Group gap="xs">
          <Button
            variant="default"
            aria-label={words.renewLabel(label)}
            loading={renew.isPending}
            onClick={() => renew.mutate()}
          >
            {words.renew}
          </Button>
          <Button
            variant="default"
            aria-label={words.withdrawLabel(label)}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {words.withdraw}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

function InvitationFacts({ invitation }: { invitation: Invitation }) {
  const { email, role, institutionName, municipalityName, expiresAt, mailedAt, invitedByName } = invitation;
  const place = institutionName ?? municipalityName;
  const expiry = formatInstant(expiresAt);
  const isOver = Date.parse(expiresAt) < Date.now();
  const facts = [
    [wordFor(texts.words.role, role), place].filter(Boolean).join(', '),
    isOver ? words.expired(expiry) : words.validUntil(expiry),
    mailedAt && words.mailed(formatInstant(mailedAt)),
    invitedByName && words.by(invitedByName),
  ].filter(Boolean);
  return (
    <div>
      <Text fw={600}>{nameOf(invitation)}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {email}
      </Text>
      {facts.map((fact) => (
        <Text key={fact} size="sm" c="dimmed">
          {fact}
        </Text>
      ))}
    </div>
  );
}

function useWithdraw(invitation: Invitation, onWithdrawn?: (id: string) => void) {
  const queries = useQueryClient();
  const { id } = invitation;
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      announce(words.withdrawn(nameOf(invitation)));
      onWithdrawn?.(id);
      await queries.invalidateQueries({ queryKey });
    },
    onError: announceProblem,
  });
}

function useRenew({ id }: Invitation, onRenewed: (invitation: CreatedInvitation) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/invitations/{id}/renew', { params: { path: { id } } })),
    onSuccess: async (invitation) => {
      onRenewed(invitation);
      await queries.invalidateQueries({ queryKey });
    },
    onError: announceProblem,
  });
}
