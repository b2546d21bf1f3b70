import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { trainingQuery } from '../../features/training/queries';
import { TrainingForm } from '../../features/training/training-form';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.training.form;

/** A coordinator changes a training. */
export function EditTrainingPage() {
  const { id = '' } = useParams();
  const [, navigate] = useLocation();
  const training = useQuery(trainingQuery(id));
  const saved = () => {
    announce(words.saved);
    navigate(`/fortbildungen/${id}`);
  };
  return (
    <Stack gap="lg" maw={860}>
      <div>
        <BackLink href={`/fortbildungen/${id}`}>{words.back}</BackLink>
        <PageHeader title={words.editTitle} intro={words.editIntro} />
      </div>
      <QueryView query={training}>
        {(shown) => <TrainingForm municipalityId={shown.municipalityId} training={shown} onSaved={saved} />}
      </QueryView>
    </Stack>
  );
}
