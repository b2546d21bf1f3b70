import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { OwnSession } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant } from '../../ui/format';
import { QueryView } from '../../ui/query-view';

const words = texts.session.account;
const others = texts.security.sessions;
const queryKey = ['own-sessions'];

/** Where the person is signed in; a lost telephone can be signed out from here. */
export function OwnSessions() {
  const sessions = useQuery({ queryKey, queryFn: () => unwrap(api.GET('/api/sessions')) });
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz="lg">
        {words.devices}
      </Title>
      <Text c="dimmed">{words.devicesIntro}</Text>
      <QueryView query={sessions}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map((session) => (
              <OwnSessionCard key={session.id} session={session} />
            ))}
            {items.length > 1 && <EndOthers />}
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

function OwnSessionCard({ session }: { session: OwnSession }) {
  const end = useEndSession(session);
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{session.device}</Text>
            {session.current && (
              <Badge variant="light" tt="none">
                {words.thisDevice}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {words.lastSeen(formatInstant(session.lastSeenAt))}
          </Text>
          <Text size="sm" c="dimmed">
            {words.since(formatInstant(session.createdAt))}
          </Text>
        </div>
        {!session.current && (
          <Button
            variant="default"
            aria-label={words.endLabel(session.device)}
            loading={end.isPending}
            onClick={() => end.mutate()}
          >
            {words.end}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function EndOthers() {
  const queries = useQueryClient();
  const end = async () => {
    await unwrap(api.DELETE('/api/sessions'));
    announce(others.endedOthers);
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Group>
      <ConfirmButton
        label={others.endOthers}
        question={others.endOthersQuestion}
        text={others.endOthersText}
        confirmLabel={others.endOthers}
        onConfirm={end}
      />
    </Group>
  );
}

function useEndSession(session: OwnSession) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/sessions/{id}', { params: { path: { id: session.id } } })),
    onSuccess: async () => {
      announce(words.ended(session.device));
      await queries.invalidateQueries({ queryKey });
    },
    onError: announceProblem,
  });
}
