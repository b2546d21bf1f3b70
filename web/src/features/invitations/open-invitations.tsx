import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Invitation } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce, announceProblem } from '../../ui/announce';
import { formatInstant } from '../../ui/format';
import { QueryView } from '../../ui/query-view';

const words = texts.invitations;
const queryKey = ['invitations'];

interface OpenInvitationsProps {
  onWithdrawn: (id: string) => void;
}

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ onWithdrawn }: OpenInvitationsProps) {
  const invitations = useQuery({ queryKey, queryFn: readInvitations });
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz="lg">
        {words.openTitle}
      </Title>
      <QueryView query={invitations}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{words.openEmpty}</Text>
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((invitation) => (
                <OpenInvitation key={invitation.id} invitation={invitation} onWithdrawn={onWithdrawn} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Stack>
  );
}

function readInvitations(): Promise<Invitation[]> {
  return readAll((cursor) =>
    unwrap(api.GET('/api/invitations', { params: { query: { limit: MAX_LIMIT, cursor } } })),
  );
}

interface OpenInvitationProps extends OpenInvitationsProps {
  invitation: Invitation;
}

function OpenInvitation({ invitation, onWithdrawn }: OpenInvitationProps) {
  const { name, email, role, institutionName, municipalityName, expiresAt, mailedAt } = invitation;
  const label = name ?? email ?? words.unnamed;
  const withdraw = useWithdraw(invitation, label, onWithdrawn);
  const place = institutionName ?? municipalityName;
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{label}</Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
          <Text size="sm" c="dimmed">
            {[wordFor(texts.words.role, role), place].filter(Boolean).join(', ')}
          </Text>
          <Text size="sm" c="dimmed">
            {words.validUntil(formatInstant(expiresAt))}
          </Text>
          {mailedAt && (
            <Text size="sm" c="dimmed">
              {words.mailed(formatInstant(mailedAt))}
            </Text>
          )}
        </div>
        <Button
          variant="default"
          aria-label={words.withdrawLabel(label)}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {words.withdraw}
        </Button>
      </Group>
    </Paper>
  );
}

function useWithdraw({ id }: Invitation, label: string, onWithdrawn: (id: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      announce(words.withdrawn(label));
      onWithdrawn(id);
      await queries.invalidateQueries({ queryKey });
    },
    onError: announceProblem,
  });
}
