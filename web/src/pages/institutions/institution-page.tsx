import { Alert, Anchor, Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconArchive, IconEdit, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Redirect, useParams } from 'wouter';
import type { Institution } from '../../api/types';
import { AdvicePanel } from '../../features/advice/advice-panel';
import { ModulesPanel } from '../../features/bookings/modules-panel';
import { ClosingDaysPanel } from '../../features/calendar/closing-days-panel';
import { CoachPanel } from '../../features/coaching/coach-panel';
import { GroupsPanel } from '../../features/groups/groups-panel';
import { ArchiveSwitch } from '../../features/institutions/archive-switch';
import { ContactPanel } from '../../features/institutions/contact-panel';
import { FeaturePanel } from '../../features/institutions/feature-panel';
import { InstitutionView } from '../../features/institutions/institution-view';
import { institutionQuery } from '../../features/institutions/queries';
import { RecentActivities } from '../../features/institutions/recent-activities';
import { useRights } from '../../features/institutions/rights';
import { SocialPanel } from '../../features/institutions/social-panel';
import { ParticipationPanel } from '../../features/participation/participation-panel';
import { hasRole, useSession } from '../../features/session/session';
import { TimelinePanel } from '../../features/timeline/timeline-panel';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { BackLink } from '../../ui/back-link';
import { formatInstantDate } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';

const words = texts.institutions.detail;

/** One institution: what it is, how it takes part, its groups, what happens there. */
export function InstitutionPage() {
  const { id } = useParams<{ id: string }>();
  const institution = useQuery(institutionQuery(id));
  const listed = hasRole(useSession(), 'coach', 'coordinator', 'programme_lead', 'administrator');
  return (
    <div>
      <BackLink href={listed ? '/einrichtungen' : '/haus'}>
        {listed ? words.backToList : texts.house.navHouse}
      </BackLink>
      <PageHeader
        title={institution.data?.name ?? words.title}
        intro={institution.data && kindAndPlace(institution.data)}
        action={institution.data && <Links institution={institution.data} />}
      />
      <InstitutionView query={institution}>
        {(stored) =>
          stored.mergedInto === null ? (
            <Details institution={stored} />
          ) : (
            <Redirect to={`/einrichtungen/${stored.mergedInto}`} replace />
          )
        }
      </InstitutionView>
    </div>
  );
}

function kindAndPlace({ kind, districtName }: Institution): string {
  return `${wordFor(texts.words.kind, kind)}, ${districtName}`;
}

function Details({ institution }: { institution: Institution }) {
  const rights = useRights(institution);
  const { id, archivedAt } = institution;
  const open = archivedAt === null;
  const editable = rights.edit && open;
  return (
    <Stack gap="md">
      {archivedAt !== null && (
        <Alert color="gray" variant="light" icon={<IconArchive aria-hidden />}>
          {words.archivedNote(formatInstantDate(archivedAt))}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <ParticipationPanel institution={institution} editable={editable} />
        <Stack gap="md">
          <CoachPanel institution={institution} editable={editable} />
          <ContactPanel institution={institution} editable={editable} />
        </Stack>
        <FeaturePanel institution={institution} />
        <SocialPanel institution={institution} />
      </SimpleGrid>
      <Programme institution={institution} />
      <GroupsPanel institutionId={id} editable={rights.editGroups && open} />
      <ClosingDaysPanel institutionId={id} editable={rights.editGroups && open} withoutYear />
      {rights.readActivities && <RecentActivities institutionId={id} linked={rights.readAllActivities} />}
      <TimelinePanel institutionId={id} />
      {rights.edit && <ArchiveSwitch institution={institution} />}
      {rights.edit && archivedAt === null && (
        <Anchor component={Link} size="sm" href={`/einrichtungen/${id}/zusammenfuehren`}>
          {texts.merging.open}
        </Anchor>
      )}
    </Stack>
  );
}

/** What the house chose, and how it is advised. */
function Programme({ institution }: { institution: Institution }) {
  const rights = useRights(institution);
  const advises = rights.advise && institution.archivedAt === null;
  if (!rights.readActivities) return null;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <ModulesPanel institution={institution} advises={advises} />
      {rights.readAdvice && <AdvicePanel institution={institution} editable={advises} />}
    </SimpleGrid>
  );
}

function Links({ institution }: { institution: Institution }) {
  const { readAdvice } = useRights(institution);
  return (
    <Group gap="sm" className="no-print">
      {readAdvice && (
        <Button
          component={Link}
          href={`/einrichtungen/${institution.id}/blatt`}
          variant="default"
          size="sm"
          leftSection={<IconFileText size={18} aria-hidden />}
        >
          {texts.houseSheet.open}
        </Button>
      )}
      <EditLink institution={institution} />
    </Group>
  );
}

function EditLink({ institution }: { institution: Institution }) {
  const { edit } = useRights(institution);
  if (!edit || institution.archivedAt !== null) return null;
  return (
    <Button
      component={Link}
      href={`/einrichtungen/${institution.id}/bearbeiten`}
      variant="default"
      size="sm"
      leftSection={<IconEdit size={18} aria-hidden />}
    >
      {words.edit}
    </Button>
  );
}
