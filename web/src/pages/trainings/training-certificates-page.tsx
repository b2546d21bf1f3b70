import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFiles } from '@tabler/icons-react';
import { useParams } from 'wouter';
import type { AttendanceSheet, Certificate } from '../../api/types';
import { sheetQuery } from '../../features/attendance/queries';
import { CertificateSteps } from '../../features/certificates/certificate-steps';
import { CertificateTable } from '../../features/certificates/certificate-table';
import { IssueButton } from '../../features/certificates/issue-button';
import { allDocumentsHref, isGood, trainingCertificatesQuery } from '../../features/certificates/queries';
import { DownloadMenu } from '../../features/overview/download-menu';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.certificates.training;

/** The certificates of a training: coordinators issue them, leads see those of their team. */
export function TrainingCertificatesPage() {
  const { id } = useParams<{ id: string }>();
  const sheet = useQuery(sheetQuery(id));
  const certificates = useQuery(trainingCertificatesQuery(id));
  const isCoordinator = hasRole(useSession(), 'coordinator');
  return (
    <div>
      {isCoordinator ? (
        <BackLink href={`/fortbildungen/${id}/anwesenheit`}>{words.back}</BackLink>
      ) : (
        <BackLink href={`/fortbildungen/${id}`}>{words.backToTraining}</BackLink>
      )}
      <QueryView query={sheet}>
        {(list) => (
          <QueryView query={certificates}>
            {(all) => <Certificates sheet={list} certificates={all} isCoordinator={isCoordinator} />}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}

interface CertificatesProps {
  sheet: AttendanceSheet;
  certificates: readonly Certificate[];
  isCoordinator: boolean;
}

function Certificates({ sheet, certificates, isCoordinator }: CertificatesProps) {
  const good = certificates.filter(isGood);
  const missing = sheet.people.filter(
    ({ id, attendedMinutes }) =>
      attendedMinutes > 0 && !good.some(({ registrationId }) => registrationId === id),
  );
  return (
    <Stack gap="md">
      <PageHeader
        title={words.title}
        intro={
          <>
            {sheet.title}
            <br />
            {words.threshold(sheet.thresholdPercent)}
          </>
        }
        action={
          good.length > 0 && (
            <Group gap="sm">
              <DownloadMenu of="certificates" filter={{ trainingId: sheet.trainingId }} />
              <Button
                component="a"
                href={allDocumentsHref(sheet.trainingId)}
                target="_blank"
                rel="noopener"
                variant="default"
                leftSection={<IconFiles size={20} aria-hidden />}
              >
                {words.all}
              </Button>
            </Group>
          )
        }
      />
      {good.some(({ state }) => state === 'outdated') && <Alert color="sonne">{words.outdated}</Alert>}
      {isCoordinator && missing.length > 0 && (
        <Group>
          <IssueButton trainingId={sheet.trainingId} count={missing.length} />
        </Group>
      )}
      {isCoordinator && missing.length === 0 && good.length > 0 && <Text c="dimmed">{words.nobody}</Text>}
      {certificates.length === 0 ? (
        <Empty title={texts.certificates.emptyTitle}>{words.emptyText}</Empty>
      ) : (
        <CertificateTable
          certificates={byName(certificates)}
          of="training"
          actions={
            isCoordinator ? (certificate) => <CertificateSteps certificate={certificate} /> : undefined
          }
        />
      )}
    </Stack>
  );
}

/** As people look for each other; what was replaced stands behind what holds. */
function byName(certificates: readonly Certificate[]): Certificate[] {
  return certificates.toSorted(
    (a, b) => a.personName.localeCompare(b.personName, 'de') || Number(isGood(b)) - Number(isGood(a)),
  );
}
