import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { asProblem } from '../../api/problem';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { issueCertificates, useCertificatesChanged } from './queries';

const words = texts.certificates.training;

interface IssueButtonProps {
  trainingId: string;
  /** How many were there and have none yet. */
  count: number;
}

/** Issues what is still to be issued; where the list has gaps, it asks first. */
export function IssueButton({ trainingId, count }: IssueButtonProps) {
  const changed = useCertificatesChanged();
  const [pending, setPending] = useState(false);
  /** The server's sentence about the gaps. */
  const [gaps, setGaps] = useState<string | null>(null);
  const issue = async (despiteOpenMarks: boolean) => {
    setPending(true);
    try {
      announce(words.issued(await issueCertificates(trainingId, despiteOpenMarks)));
      setGaps(null);
      await changed();
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'attendance_open') setGaps(problem.message);
      else announceProblem(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        size="lg"
        loading={pending}
        leftSection={<IconCertificate size={22} aria-hidden />}
        onClick={() => void issue(false)}
      >
        {words.issue(count)}
      </Button>
      <Modal opened={gaps !== null} onClose={() => setGaps(null)} title={words.openMarksTitle}>
        <Stack gap="lg">
          <Text>{gaps}</Text>
          <Group gap="sm" justify="flex-end">
            <Button component={Link} href={`/fortbildungen/${trainingId}/anwesenheit`} variant="default">
              {words.toAttendance}
            </Button>
            <Button loading={pending} onClick={() => void issue(true)}>
              {words.despite}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
