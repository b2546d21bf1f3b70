import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NormSet } from '../../api/types';
import { CalculatorForm } from '../../features/norms/calculator-form';
import { useQuestion } from '../../features/norms/use-question';
import { normSetsQuery } from '../../features/norms/queries';
import { ScoreResult } from '../../features/norms/score-result';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.calculator;

/** A question to the norms about nobody in particular. */
export function CalculatorPage() {
  const sets = useQuery(normSetsQuery);
  return (
    <div>
      <BackLink href="/normtabellen">{texts.norms.back}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      <QueryView query={sets}>{(all) => <Calculator sets={all} />}</QueryView>
    </div>
  );
}

function Calculator({ sets }: { sets: readonly NormSet[] }) {
  const { question, set, item, ...asked } = useQuestion(sets);
  if (!set || !item) return <Empty title={texts.norms.emptyTitle} />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <CalculatorForm {...{ sets, set, item, ...asked }} />
      <ScoreResult question={question} item={item} />
    </SimpleGrid>
  );
}
