import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { AnnualReport } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant, formatInteger, formatSchoolYear } from '../../ui/format';
import { fileHref, isUnderWay, useAnnualReports } from './queries';

const words = texts.annualReport;
const WHOLE = 100;

/** The reports of a city, the latest first; those that are being made with how far they are. */
export function ReportList({ reports }: { reports: readonly AnnualReport[] }) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={words.reports}>
      {reports.map((report) => (
        <Paper key={report.id} component="li" withBorder radius="lg" p="md">
          <Report report={report} />
        </Paper>
      ))}
    </Stack>
  );
}

const nameOf = ({ municipalityName, schoolYear }: AnnualReport): string =>
  words.name(municipalityName, formatSchoolYear(schoolYear));

function Report({ report }: { report: AnnualReport }) {
  const { id, state, isInterim, dataAt, createdAt, failure } = report;
  const name = nameOf(report);
  return (
    <Group justify="space-between" gap="sm" align="flex-start">
      <Stack gap={4} flex="1 1 260px">
        <Group gap="xs">
          {state === 'done' ? (
            <Anchor component={Link} href={`/jahresbericht/${id}`} fw={600}>
              {name}
            </Anchor>
          ) : (
            <Text fw={600}>{name}</Text>
          )}
          {state === 'done' && (
            <Badge variant={isInterim ? 'light' : 'default'} tt="none" fw={500}>
              {isInterim ? words.interim : words.whole}
            </Badge>
          )}
        </Group>
        {isUnderWay(report) && <UnderWay report={report} name={name} />}
        {failure !== null && (
          <Text role="alert">
            {words.failed} {words.failures[failure]}
          </Text>
        )}
        <Text size="sm" c="dimmed" className="numbers">
          {dataAt === null ? words.askedAt(formatInstant(createdAt)) : words.dataAt(formatInstant(dataAt))}
        </Text>
      </Stack>
      <Actions report={report} name={name} />
    </Group>
  );
}

function UnderWay({ report, name }: { report: AnnualReport; name: string }) {
  const { step, stepsDone, stepsTotal } = report;
  const said =
    step === null
      ? words.waiting
      : words.stepOf(words.steps[step], formatInteger(stepsDone + 1), formatInteger(stepsTotal));
  return (
    <div>
      <Text size="sm" aria-live="polite">
        {said}
      </Text>
      <Progress
        value={(stepsDone / stepsTotal) * WHOLE}
        mt={6}
        size="lg"
        animated
        aria-label={words.progress(name)}
      />
    </div>
  );
}

function Actions({ report, name }: { report: AnnualReport; name: string }) {
  const { remove } = useAnnualReports();
  return (
    <Group gap="xs">
      {report.state === 'done' && (
        <Button
          component="a"
          href={fileHref(report.id)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          aria-label={words.pdfLabel(name)}
        >
          {words.pdf}
        </Button>
      )}
      <ConfirmButton
        label={words.remove}
        ariaLabel={words.removeLabel(name)}
        leftSection={<IconTrash size={18} aria-hidden />}
        question={words.removeQuestion}
        text={words.removeText}
        confirmLabel={words.remove}
        onConfirm={async () => {
          await remove(report);
          announce(words.removed);
        }}
      />
    </Group>
  );
}
