import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { TrainingForm } from '../../features/training/training-form';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.training.form;

/** A coordinator begins a training. */
export function NewTrainingPage() {
  const [, navigate] = useLocation();
  const municipalities = useOwnMunicipalities();
  const [chosen, setChosen] = useState('');
  const saved = (id: string) => {
    announce(words.created);
    navigate(`/fortbildungen/${id}`);
  };
  return (
    <Stack gap="lg" maw={860}>
      <div>
        <BackLink href="/fortbildungen">{words.backToList}</BackLink>
        <PageHeader title={words.newTitle} intro={words.newIntro} />
      </div>
      <QueryView query={municipalities}>
        {(own) => (
          <>
            {own.length > 1 && (
              <NativeSelect
                label={words.municipality}
                data={own.map(({ id, name }) => ({ value: id, label: name }))}
                value={chosen || own[0]?.id}
                onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              />
            )}
            <TrainingForm municipalityId={chosen || (own[0]?.id ?? '')} training={null} onSaved={saved} />
          </>
        )}
      </QueryView>
    </Stack>
  );
}
