import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { IconDeviceTabletQuestion, IconDeviceTabletX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { asProblem, type Problem } from '../../api/problem';
import type { Session } from '../../api/types';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { FormProblem } from '../../ui/server-form';
import { Empty } from '../../ui/states';
import { sessionQuery } from '../session/session';
import { becomeTablet } from './become-tablet';

const words = texts.tabletLock.enrol;
const GONE = 404;

/** Makes this device a house's shared tablet, by the code that the lead shows. */
export function EnrolView({ code }: { code: string }) {
  const { start, pending, problem } = useEnrolment(code);
  if (problem?.status === GONE)
    return (
      <Sorry title={words.usedTitle} icon={<IconDeviceTabletX size={30} stroke={1.6} />}>
        {words.used}
      </Sorry>
    );
  return (
    <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm" maw={520} w="100%">
      <PageHeader title={words.title} intro={words.intro} />
      <Stack>
        <Alert color="sonne" variant="light" title={words.asideTitle}>
          {words.aside}
        </Alert>
        <SignedInNote />
        {problem && <FormProblem problem={problem} />}
        <Button size="xl" loading={pending} onClick={start}>
          {words.start}
        </Button>
      </Stack>
    </Paper>
  );
}

/** There is no code in the address, or it has been used in this page before. */
export function NoCode() {
  return (
    <Sorry title={words.noCodeTitle} icon={<IconDeviceTabletQuestion size={30} stroke={1.6} />}>
      {words.noCode}
    </Sorry>
  );
}

function useEnrolment(code: string) {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enrol = async () => {
    setPending(true);
    setProblem(null);
    try {
      const session: Session | null | undefined = queries.getQueryData(sessionQuery.queryKey);
      await becomeTablet(code, Boolean(session));
      // A fresh start at the lock screen, so that nothing of an ordinary session is left in this page.
      window.location.replace('/');
    } catch (error) {
      setProblem(asProblem(error));
      setPending(false);
    }
  };
  const start = () => {
    void enrol();
  };
  return { start, pending, problem };
}

function SignedInNote() {
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  return session ? <Text>{words.signedIn(session.account.name)}</Text> : null;
}

function Sorry({ title, icon, children }: { title: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div>
      <PageHeader title={words.title} />
      <Empty
        title={title}
        icon={icon}
        action={
          <Button component={Link} href="/" variant="default">
            {words.toStart}
          </Button>
        }
      >
        {children}
      </Empty>
    </div>
  );
}
