import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { NormItem, NormScore } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { formatNumber, formatPercentile, formatZ } from './numbers';
import { type Question, scoreQuery, type Sex } from './queries';
import classes from './score-result.module.css';

const words = texts.calculator;

/** The answer of the norms, in plain words first. */
export function ScoreResult({ question, item }: { question: Question | null; item: NormItem }) {
  return (
    <div aria-live="polite">
      <Panel title={words.result}>
        {question ? <Answer question={question} item={item} /> : <Text c="dimmed">{words.empty}</Text>}
      </Panel>
    </div>
  );
}

function Answer({ question, item }: { question: Question; item: NormItem }) {
  const score = useQuery(scoreQuery(question));
  return (
    <QueryView query={score}>
      {(answer) =>
        answer.performancePercentile === null ? (
          <NoNorm score={answer} item={item} sex={question.sex} />
        ) : (
          <Found score={answer} item={item} sex={question.sex} share={answer.performancePercentile} />
        )
      }
    </QueryView>
  );
}

interface PartProps {
  score: NormScore;
  item: NormItem;
  sex: Sex;
}

function NoNorm({ score, item, sex }: PartProps) {
  const range = item.ranges.find((one) => one.sex === sex);
  return (
    <Alert color="gray" variant="light" icon={<IconInfoCircle aria-hidden />} title={words.noNormTitle}>
      <Text>{words.noNorm[score.reason ?? 'item']}</Text>
      {score.reason === 'age' && range && (
        <Text mt={4} className="numbers">
          {words.covered(texts.norms.ages(formatNumber(range.ageFrom), formatNumber(range.ageTo)))}
        </Text>
      )}
    </Alert>
  );
}

const CLASSES = [1, 2, 3, 4, 5] as const;

function Found({ score, item, sex, share }: PartProps & { share: number }) {
  const own = score.class ?? 0;
  const atLeast = score.capped ? '≥ ' : '';
  return (
    <Stack gap="md">
      <Text fw={600} fz="lg">
        {words.classOf(own, words.classes[own] ?? '')}
      </Text>
      <div className={classes.classes} aria-hidden>
        {CLASSES.map((one) => (
          <span key={one} className={classes.class} data-own={one === own || undefined}>
            {one}
          </span>
        ))}
      </div>
      <Text>{sentence(share, words.children[sex])}</Text>
      {score.capped && <Text>{words.capped}</Text>}
      <Facts>
        <Fact term={words.performance}>
          {atLeast}
          {formatPercentile(share)}
        </Fact>
        {item.direction === 'lower' && (
          <Fact term={words.raw}>{formatPercentile(score.percentile ?? 0)}</Fact>
        )}
        <Fact term={words.z}>{formatZ(score.z ?? 0)}</Fact>
      </Facts>
      {item.direction === 'lower' && <Text size="sm">{words.lower}</Text>}
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
    </Stack>
  );
}

function sentence(share: number, children: string): string {
  if (share < 1) return words.few(children);
  return share > 99 ? words.many(children) : words.sentence(formatPercentile(share), children);
}
