import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { CalendarFeed } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { hasRole, useSession } from '../session/session';
import { NewFeed } from './new-feed';

const words = texts.calendarFeed;
const feedKey = ['calendar-feed'];

/** The secret address under which one's own calendar fetches one's dates. */
export function CalendarFeedPanel() {
  const feed = useQuery({ queryKey: feedKey, queryFn: () => unwrap(api.GET('/api/calendar-feed')) });
  const [link, setLink] = useState<string | null>(null);
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        <Text>{useIntro()}</Text>
        <Text size="sm" c="dimmed">
          {words.privacy}
        </Text>
        {link !== null && <NewFeed link={link} onDone={() => setLink(null)} />}
        <QueryView query={feed}>
          {(shown) => <State feed={shown} onLink={setLink} showsLink={link !== null} />}
        </QueryView>
      </Stack>
    </Panel>
  );
}

function useIntro(): string {
  const session = useSession();
  if (hasRole(session, 'coordinator')) return words.introCoordinator;
  return hasRole(session, 'coach') ? words.introCoach : words.intro;
}

interface StateProps {
  feed: CalendarFeed;
  showsLink: boolean;
  onLink: (link: string | null) => void;
}

function State({ feed, showsLink, onLink }: StateProps) {
  const { renew, remove, pending } = useFeedSteps(onLink);
  if (!feed.active) {
    return (
      <Group>
        <Button
          loading={pending}
          leftSection={<IconCalendarPlus size={20} aria-hidden />}
          onClick={() => void renew().catch(announceProblem)}
        >
          {words.create}
        </Button>
      </Group>
    );
  }
  if (showsLink) return null;
  const { createdAt, lastUsedAt } = feed;
  return (
    <Stack gap="sm">
      <Text>
        {createdAt !== null && words.activeSince(formatInstant(createdAt))}{' '}
        {lastUsedAt === null ? words.neverUsed : words.lastUsed(formatInstant(lastUsedAt))}
      </Text>
      <Group gap="sm">
        <ConfirmButton
          variant="default"
          label={words.renew}
          question={words.renewQuestion}
          text={words.renewText}
          confirmLabel={words.renewConfirm}
          onConfirm={renew}
        />
        <ConfirmButton
          label={words.remove}
          question={words.removeQuestion}
          text={words.removeText}
          confirmLabel={words.remove}
          onConfirm={remove}
        />
      </Group>
    </Stack>
  );
}

function useFeedSteps(onLink: (link: string | null) => void) {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const changed = () => queries.invalidateQueries({ queryKey: feedKey });
  const renew = async () => {
    setPending(true);
    try {
      const { link } = await unwrap(api.POST('/api/calendar-feed'));
      onLink(link);
      await changed();
    } finally {
      setPending(false);
    }
  };
  const remove = async () => {
    await unwrap(api.DELETE('/api/calendar-feed'));
    onLink(null);
    announce(words.removed);
    await changed();
  };
  return { renew, remove, pending };
}
