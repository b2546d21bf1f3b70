import { Box, Stack } from '@mantine/core';
import { IconCloudCheck } from '@tabler/icons-react';
import { useContext } from 'react';
import { FilesPanel } from '../features/waiting/files-panel';
import { HeldPanel } from '../features/waiting/held-panel';
import { OthersPanel } from '../features/waiting/others-panel';
import { OwnEntries, SendNow } from '../features/waiting/own-entries';
import { SessionContext } from '../features/session/session';
import type { OutboxEntry } from '../outbox/entry';
import { useOutbox } from '../outbox/use-outbox';
import { isTablet } from '../features/tablet/mark';
import { texts } from '../texts/de';
import { BackLink } from '../ui/back-link';
import { PageHeader } from '../ui/page-header';
import { Empty, Skeletons } from '../ui/states';
import { useReturnTo } from '../ui/use-return-to';

const words = texts.waiting;

/** Everything that was noted on this device and has not arrived; open to everybody, as what others noted is only counted. */
export function WaitingPage() {
  const { entries, foreign, loaded } = useOutbox();
  const session = useContext(SessionContext);
  const isEmpty = entries.length + foreign.count === 0;
  return (
    <Box maw={760} w="100%">
      <BackLink href={useReturnTo('/')}>{texts.common.back}</BackLink>
      <PageHeader title={words.title} intro={introOf(entries, foreign.count)} action={<SendNow />} />
      <Stack gap="lg">
        {!loaded && <Skeletons rows={2} />}
        {loaded && isEmpty && (
          <Empty title={words.emptyTitle} icon={<IconCloudCheck size={30} stroke={1.6} />}>
            {session ? words.emptyText : isTablet() ? words.emptyLocked : words.emptySignedOut}
          </Empty>
        )}
        <OwnEntries />
        {session && <HeldPanel />}
        <OthersPanel />
        <FilesPanel />
      </Stack>
    </Box>
  );
}

/** What stands above the entries; where all of them need a person, none goes by itself. */
function introOf(entries: readonly OutboxEntry[], foreign: number): string | undefined {
  if (entries.length + foreign === 0) return undefined;
  const isMoving = foreign > 0 || entries.some(({ state }) => state !== 'needs_help');
  return isMoving ? words.intro : words.introStuck;
}
