import { Button } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import { useState } from 'react';
import type { PublicationPeriod } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { useChosenMunicipality } from '../institutions/city-filter';
import { usePublications } from './queries';

const words = texts.publications;

/** Begins to prepare a period, where that is possible now. */
export function PrepareButton({ period }: { period: PublicationPeriod }) {
  const municipalityId = useChosenMunicipality();
  const { prepare } = usePublications();
  const [pending, setPending] = useState(false);
  if (!period.mayPrepare || municipalityId === undefined) return null;
  const label = labelOf(period);
  const start = () => {
    setPending(true);
    prepare(municipalityId, period)
      .then(() => announce(words.started), announceProblem)
      .finally(() => setPending(false));
  };
  return (
    <Button
      variant={period.state === 'prepared' ? 'default' : 'filled'}
      leftSection={<IconCalculator size={18} aria-hidden />}
      aria-label={words.actionLabel(label, period.title)}
      loading={pending}
      onClick={start}
    >
      {label}
    </Button>
  );
}

function labelOf({ state, revisions }: PublicationPeriod): string {
  if (state === 'prepared' || state === 'failed') return words.prepareAgain;
  return revisions > 0 ? words.prepareRevision : words.prepare;
}
