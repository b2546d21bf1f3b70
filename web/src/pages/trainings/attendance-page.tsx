import { Alert, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import type { AttendanceSheet } from '../../api/types';
import { AttendanceList } from '../../features/attendance/attendance-list';
import { sheetQuery } from '../../features/attendance/queries';
import { SessionChoice } from '../../features/attendance/session-choice';
import { useChosenSession } from '../../features/attendance/use-chosen-session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { NetworkMark } from '../../ui/needs-network';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.attendance;
/** States in which nobody is ticked off. */
const WITHOUT = ['draft', 'cancelled'];

/** Who is there: for the tablet at the door. */
export function AttendancePage() {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(sheetQuery(id));
  return (
    <div>
      <BackLink href={`/fortbildungen/${id}`}>{words.toTraining}</BackLink>
      <QueryView query={sheet}>{(data) => <Sheet sheet={data} />}</QueryView>
    </div>
  );
}

function Sheet({ sheet }: { sheet: AttendanceSheet }) {
  const { session, choose } = useChosenSession(sheet.sessions);
  const path = `/fortbildungen/${sheet.trainingId}`;
  return (
    <Stack gap="md">
      <PageHeader
        title={words.title}
        intro={sheet.title}
        action={
          <Group gap="sm">
            <Button
              component={Link}
              href={`${path}/liste${session ? `?termin=${session.id}` : ''}`}
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
              rightSection={<NetworkMark />}
            >
              {words.toList}
            </Button>
            <Button
              component={Link}
              href={`${path}/bescheinigungen`}
              variant="default"
              leftSection={<IconCertificate size={20} aria-hidden />}
              rightSection={<NetworkMark />}
            >
              {words.toCertificates}
            </Button>
          </Group>
        }
      />
      {sheet.state === 'completed' && <Alert color="sonne">{words.late}</Alert>}
      {WITHOUT.includes(sheet.state) && <Empty title={words.noMarks} />}
      {!WITHOUT.includes(sheet.state) && !session && (
        <Empty title={words.noSessionsTitle}>{words.noSessionsText}</Empty>
      )}
      {!WITHOUT.includes(sheet.state) && session && (
        <>
          <SessionChoice sessions={sheet.sessions} value={session.id} onChange={choose} />
          <AttendanceList sheet={sheet} session={session} />
        </>
      )}
    </Stack>
  );
}
