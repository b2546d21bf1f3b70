import { Alert, Button, Group as Row, Stack, Text } from '@mantine/core';
import { IconCheck, IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { GroupYear } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { formatInstantDate, formatSchoolYear } from '../../ui/format';
import { useSession } from '../session/session';
import { confirmGroupYear, groupYearQuery, useGroupsChanged } from './queries';

const words = texts.groupYears;

interface GroupYearNoticeProps {
  institutionId: string;
  schoolYear: number;
}

export function carryOverHref({ institutionId, schoolYear }: GroupYearNoticeProps): string {
  return `/einrichtungen/${institutionId}/gruppen-uebernehmen?jahr=${schoolYear}`;
}

/** Whether the year's groups are confirmed; if not, what to do about it. Years that are over stay as they are. */
export function GroupYearNotice({ institutionId, schoolYear }: GroupYearNoticeProps) {
  const { schoolYear: running } = useSession();
  const { data: year } = useQuery(groupYearQuery(institutionId, schoolYear));
  if (!year) return null;
  if (year.confirmedAt !== null) {
    return (
      <Row gap={6} mb="md" c="dimmed" wrap="nowrap" align="flex-start">
        <IconCheck size={18} style={{ flexShrink: 0 }} aria-hidden />
        <Text size="sm">{words.confirmed(formatInstantDate(year.confirmedAt), year.confirmedByName)}</Text>
      </Row>
    );
  }
  return schoolYear < running ? null : <Unconfirmed year={year} />;
}

function Unconfirmed({ year }: { year: GroupYear }) {
  const { groups, proposal, schoolYear } = year;
  const goingOn = proposal.some(({ name }) => name !== null);
  return (
    <Alert
      mb="md"
      color="sonne"
      variant="light"
      icon={<IconUsersGroup aria-hidden />}
      title={words.noticeTitle(formatSchoolYear(schoolYear))}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{noticeOf(year)}</Text>
        <Row gap="sm">
          {goingOn && (
            <Button
              component={Link}
              href={carryOverHref(year)}
              size="sm"
              mih={44}
              h="auto"
              py={6}
              styles={WRAPS}
            >
              {words.carry}
            </Button>
          )}
          {groups.length > 0 && <RightButton year={year} main={!goingOn} />}
        </Row>
      </Stack>
    </Alert>
  );
}

// The label is long for a phone.
const WRAPS = { label: { whiteSpace: 'normal', textAlign: 'center' } } as const;

function noticeOf({ groups, proposal, schoolYear }: GroupYear): string {
  if (proposal.some(({ name }) => name !== null)) return words.noticeCarry(formatSchoolYear(schoolYear - 1));
  return groups.length > 0 ? words.noticeRight : words.noticeEmpty;
}

function RightButton({ year: { institutionId, schoolYear }, main }: { year: GroupYear; main: boolean }) {
  const changed = useGroupsChanged();
  const confirm = useMutation({
    mutationFn: () => confirmGroupYear(institutionId, { schoolYear }),
    onSuccess: () => announce(words.confirmedDone(formatSchoolYear(schoolYear))),
    onError: announceProblem,
    onSettled: changed,
  });
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      size="sm"
      mih={44}
      leftSection={<IconCheck size={18} aria-hidden />}
      loading={confirm.isPending}
      onClick={() => confirm.mutate()}
    >
      {words.right}
    </Button>
  );
}
