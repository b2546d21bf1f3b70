import { Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { type Interval, IntervalEnds, IntervalScale, reachOf } from '../results/interval-scale';
import bars from '../results/interval-bars.module.css';
import { changeInWords } from './cells';
import { BelowWords, CountOf } from './cell-words';
import classes from './change-bars.module.css';
import { type Changed, intervalOf } from './changes';

const words = texts.motorSkills.change;

/** Mean change of each task with its interval, on one scale around 0, and in words. */
export function ChangeBars({ changes }: { changes: readonly Changed[] }) {
  const reach = reachOf(changes.map(intervalOf).filter((interval) => interval !== null));
  return (
    <>
      <ul className={`${bars.list} paper-long`}>
        {changes.map((change) => {
          const interval = intervalOf(change);
          return (
            <li key={change.key}>
              <Text fw={600}>{change.title}</Text>
              {interval && <IntervalScale interval={interval} reach={reach} />}
              <Text size="sm" component="div" className="numbers">
                {change.all?.state !== 'hidden' && <Mean interval={interval} />}
                <Steps change={change} />
                <Counts change={change} />
              </Text>
            </li>
          );
        })}
      </ul>
      <IntervalEnds />
    </>
  );
}

function Mean({ interval }: { interval: Interval | null }) {
  if (!interval || interval.low === null || interval.high === null) return <div>{words.noMean}</div>;
  const { mean, low, high } = interval;
  return (
    <>
      <div>{words.mean(changeInWords(mean), changeInWords(low), changeInWords(high))}</div>
      {low <= 0 && high >= 0 && <div>{words.crosses}</div>}
    </>
  );
}

const STEPS = ['up', 'same', 'down'] as const;

function Steps({ change }: { change: Changed }) {
  if (STEPS.every((step) => change[step] === undefined)) return null;
  return (
    <div>
      {words.stepsLabel}{' '}
      {STEPS.map((step, i) => (
        <span key={step}>
          {i > 0 && ' · '}
          <span className={classes.together}>
            {words.steps[step]} <BelowWords below={{ part: change[step], whole: change.all }} />
          </span>
        </span>
      ))}
    </div>
  );
}

function Counts({ change: { all, lost } }: { change: Changed }) {
  return (
    <Text span size="sm" c="dimmed">
      {words.paired}: <CountOf cell={all} />
      {lost && (
        <>
          {', '}
          {words.lost}: <CountOf cell={lost} />
        </>
      )}
    </Text>
  );
}
