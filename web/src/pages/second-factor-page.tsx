import { Button, Paper, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SetUpSecondFactor } from '../features/security/set-up-second-factor';
import { sessionQuery } from '../features/session/session';
import { useLeave } from '../features/session/use-leave';
import { texts } from '../texts/de';
import { announce } from '../ui/announce';
import { PageHeader } from '../ui/page-header';

const words = texts.security.factor;

/** In place of every page, for those whose role asks for a second factor that they do not have yet. */
export function SecondFactorPage() {
  const queries = useQueryClient();
  const { leave, pending } = useLeave();
  const finish = async () => {
    await queries.invalidateQueries(sessionQuery);
    announce(words.done);
  };
  return (
    <Stack maw={560} w="100%">
      <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm">
        <PageHeader title={words.requiredTitle} intro={words.requiredIntro} />
        <SetUpSecondFactor headings={2} onDone={() => void finish()} />
      </Paper>
      <Button variant="subtle" loading={pending} onClick={leave} style={{ alignSelf: 'flex-start' }}>
        {words.signOut}
      </Button>
    </Stack>
  );
}
