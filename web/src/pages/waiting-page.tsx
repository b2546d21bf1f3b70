import { Box, Stack } from '@mantine/core';
import { IconCloudCheck } from '@tabler/icons-react';
import { useContext } from 'react';
import { FilesPanel } from '../features/waiting/files-panel';
import { HeldPanel } from '../features/waiting/held-panel';
import { OthersPanel } from '../features/waiting/others-panel';
import { OwnEntries, SendNow } from '../features/waiting/own-entries';
import { SessionContext } from '../features/session/session';
import { useOutbox } from '../outbox/use-outbox';
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
      <PageHeader title={words.title} intro={isEmpty ? undefined : words.intro} action={<SendNow />} />
      <Stack gap="lg">
        {!loaded && <Skeletons rows={2} />}
        {loaded && isEmpty && (
          <Empty title={words.emptyTitle} icon={<IconCloudCheck size={30} stroke={1.6} />}>
            {session ? words.emptyText : words.emptySignedOut}
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
