import { Box, Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from 'wouter';
import type { AttendanceSheet, SheetSession } from '../../api/types';
import { sheetQuery } from '../../features/attendance/queries';
import { SessionChoice } from '../../features/attendance/session-choice';
import { SignatureList } from '../../features/attendance/signature-list';
import { useChosenSession } from '../../features/attendance/use-chosen-session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { Fact, Facts } from '../../ui/facts';
import { formatDate, formatWeekday } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.attendance.paper;

/** The list of a session on paper, with a column to sign in. */
export function SignatureListPage() {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(sheetQuery(id));
  return (
    <div>
      <BackLink href={`/fortbildungen/${id}/anwesenheit`}>{words.back}</BackLink>
      <QueryView query={sheet}>{(data) => <List sheet={data} />}</QueryView>
    </div>
  );
}

function List({ sheet }: { sheet: AttendanceSheet }) {
  const { session, choose } = useChosenSession(sheet.sessions);
  if (!session) {
    return <Empty title={texts.attendance.noSessionsTitle}>{texts.attendance.noSessionsText}</Empty>;
  }
  return (
    <Stack gap="md">
      <PageHeader
        title={words.title}
        intro={sheet.title}
        action={
          <Button
            className="no-print"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        }
      />
      {sheet.sessions.length > 1 && (
        <Box className="no-print">
          <SessionChoice sessions={sheet.sessions} value={session.id} onChange={choose} />
        </Box>
      )}
      <Facts>
        <Fact term={words.when}>{whenOf(session)}</Fact>
        <Fact term={words.where}>{session.place ?? sheet.place}</Fact>
        <Fact term={words.trainer}>{sheet.trainerName}</Fact>
      </Facts>
      <SignatureList people={sheet.people} />
    </Stack>
  );
}

function whenOf({ heldOn, startsAt, endsAt }: SheetSession): string {
  return `${formatWeekday(heldOn)}, ${formatDate(heldOn)}, ${startsAt}–${endsAt} Uhr`;
}
