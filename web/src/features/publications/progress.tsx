import { Progress as Bar, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { formatPercent } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { publicationQuery } from './queries';

const words = texts.publications;
const WHOLE = 100;

/** How far a preparation has come. */
export function Progress({ id }: { id: string }) {
  const query = useQuery(publicationQuery(id));
  return <QueryView query={query}>{(detail) => <Shown detail={detail} />}</QueryView>;
}

function Shown({ detail }: { detail: PublicationDetail }) {
  const { title, step, stepsDone, stepsTotal } = detail;
  const done = stepsTotal > 0 ? stepsDone / stepsTotal : 0;
  return (
    <div>
      <Text size="sm" aria-live="polite">
        {step === null ? words.waiting : words.stepOf(words.steps[step], formatPercent(done))}
      </Text>
      <Bar value={done * WHOLE} mt={6} size="lg" animated aria-label={words.progress(title)} />
    </div>
  );
}
