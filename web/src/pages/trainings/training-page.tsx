import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { Training } from '../../api/types';
import { PrepareTraining } from '../../features/device/prepare-panels';
import { hasRole, useSession } from '../../features/session/session';
import { AnyonePlace } from '../../features/training/anyone-place';
import { StateBadge } from '../../features/training/badges';
import { OwnPlace } from '../../features/training/own-place';
import { ParticipantsPanel } from '../../features/training/participants-panel';
import { trainingQuery } from '../../features/training/queries';
import { StateSteps } from '../../features/training/state-steps';
import { TeamPlaces } from '../../features/training/team-places';
import { TrainingFacts } from '../../features/training/training-facts';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { NetworkMark } from '../../ui/needs-network';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.training;

/** One training: everything about it, the own place, the team's, and for those who keep it all registrations. */
export function TrainingPage() {
  const { id = '' } = useParams();
  const training = useQuery(trainingQuery(id));
  return (
    <div>
      <BackLink href="/fortbildungen">{words.form.backToList}</BackLink>
      <QueryView query={training}>{(shown) => <Shown key={shown.id} training={shown} />}</QueryView>
    </div>
  );
}

function Shown({ training }: { training: Training }) {
  const session = useSession();
  const { editable, state } = training;
  const leads = hasRole(session, 'institution_lead');
  return (
    <Stack gap="lg" maw={960}>
      <PageHeader
        title={training.title}
        intro={<StateBadge state={state} />}
        action={
          editable ? <KeeperActions training={training} /> : leads && <TeamCertificates training={training} />
        }
      />
      {editable && <StateSteps training={training} />}
      {editable && (state === 'open' || state === 'closed') && <PrepareTraining trainingId={training.id} />}
      {hasRole(session, 'educator', 'institution_lead') && <OwnPlace training={training} />}
      <TrainingFacts training={training} />
      {state !== 'draft' && <Places training={training} leads={leads} />}
    </Stack>
  );
}

/** Who is on it, and a way to add others, for those who look after them. */
function Places({ training, leads }: { training: Training; leads: boolean }) {
  const { editable, state, registrationOpen } = training;
  const over = state === 'cancelled' || state === 'completed';
  return (
    <>
      {leads && registrationOpen && <TeamPlaces training={training} />}
      {editable && !over && <AnyonePlace training={training} />}
      {(editable || leads) && <ParticipantsPanel training={training} ownOnly={!editable} />}
    </>
  );
}

function KeeperActions({ training: { id, state } }: { training: Training }) {
  return (
    <Group gap="sm">
      {state !== 'draft' && (
        <Button component={Link} href={`/fortbildungen/${id}/anwesenheit`} variant="default">
          {words.participants.attendance}
        </Button>
      )}
      {state !== 'cancelled' && (
        <Button
          component={Link}
          href={`/fortbildungen/${id}/bearbeiten`}
          variant="default"
          rightSection={<NetworkMark />}
        >
          {texts.common.edit}
        </Button>
      )}
    </Group>
  );
}

/** Leads look for the papers of their team where the training is, from its first day on. */
function TeamCertificates({ training: { id, sessions } }: { training: Training }) {
  const { today } = useSession();
  if (!sessions.some(({ heldOn }) => heldOn <= today)) return null;
  return (
    <Button component={Link} href={`/fortbildungen/${id}/bescheinigungen`} variant="default">
      {words.participants.certificates}
    </Button>
  );
}
