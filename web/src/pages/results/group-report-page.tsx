import { Alert, Anchor, Box, Button, Group, Stack } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { GroupReport } from '../../api/types';
import { DistributionPanel } from '../../features/results/distribution-panel';
import { NeedsPanel } from '../../features/results/needs-panel';
import { groupReportQuery, sheetsHref } from '../../features/results/queries';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { BackLink } from '../../ui/back-link';
import { AddressSelect } from '../../ui/filter-bar';
import { formatDate } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.results.report;
const GROUP = 'gruppe';

/** How the children of a test day did, together. */
export function GroupReportPage() {
  const { id } = useParams<{ id: string }>();
  const groupId = useAddress().get(GROUP);
  const report = useQuery(groupReportQuery(id, groupId));
  return (
    <div>
      <BackLink href={`/testtage/${id}`}>{texts.results.back.testDay}</BackLink>
      <QueryView query={report}>{(loaded) => <Report report={loaded} groupId={groupId} />}</QueryView>
    </div>
  );
}

function Report({ report, groupId }: { report: GroupReport; groupId: string | null }) {
  const { testDay, children, items } = report;
  const { id, wave, heldOn, batteryTitle, groups, institutionId, closed } = testDay;
  return (
    <>
      <PageHeader
        title={words.title}
        intro={
          <>
            {testDay.institutionName}
            <br />
            {words.intro(wordFor(texts.results.waves, wave), formatDate(heldOn), batteryTitle)}
          </>
        }
        action={items.some(({ done }) => done > 0) && <SheetsButton href={sheetsHref(id, groupId)} />}
      />
      <Stack gap="md">
        {!closed && (
          <Alert color="sonne" variant="light">
            {words.open}
          </Alert>
        )}
        <Group gap="md" align="flex-end" className="no-print">
          {groups.length > 1 && (
            <Box flex="1 1 220px" maw={340}>
              <AddressSelect
                label={words.group}
                param={GROUP}
                all={words.allGroups}
                options={groups.map((group) => ({ value: group.id, label: group.name }))}
              />
            </Box>
          )}
          <Anchor component={Link} href={`/entwicklung?einrichtung=${institutionId}`} py={8}>
            {words.change}
          </Anchor>
        </Group>
        {children === 0 ? (
          <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
        ) : (
          <>
            <DistributionPanel report={report} />
            <NeedsPanel report={report} />
          </>
        )}
      </Stack>
    </>
  );
}

function SheetsButton({ href }: { href: string }) {
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noopener"
      className="no-print"
      leftSection={<IconFileTypePdf size={20} aria-hidden />}
    >
      {words.sheets}
    </Button>
  );
}
