import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { asProblem, type Problem } from '../../api/problem';
import { ConspicuousValues, Gaps } from '../../features/test-days/closing-lists';
import {
  type Closing,
  closeTestDay,
  closingQuery,
  type SheetProtocol,
  sheetQuery,
  useTestDaysChanged,
} from '../../features/test-days/queries';
import { dayTitle } from '../../features/test-days/waves';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { FormProblem } from '../../ui/server-form';

const words = texts.testDays.closing;

/** What is missing or conspicuous is looked at; then the day is closed. */
export function ClosingPage() {
  const { id = '' } = useParams();
  const closing = useQuery(closingQuery(id));
  const sheet = useQuery(sheetQuery(id));
  return (
    <div>
      <BackLink href={`/testtage/${id}`}>{texts.testDays.form.backToDay}</BackLink>
      <QueryView query={closing}>
        {(data) => (
          <QueryView query={sheet}>
            {({ protocols }) => (
              // Other gaps than those that were confirmed have to be confirmed anew.
              <View key={stamp(data)} closing={data} protocols={protocols} />
            )}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}

function stamp({ gaps, conspicuous }: Closing): string {
  return `${gaps.length} ${conspicuous.length}`;
}

function View({ closing, protocols }: { closing: Closing; protocols: readonly SheetProtocol[] }) {
  const { testDay, withoutConsent } = closing;
  const isClosed = testDay.state === 'closed';
  return (
    <Stack gap="lg" maw={860}>
      <PageHeader
        title={isClosed ? words.closedTitle : words.title}
        intro={
          <>
            {dayTitle(testDay)}
            <br />
            {isClosed ? words.closedText : words.intro}
          </>
        }
      />
      <Panel title={`${words.gaps} (${closing.gaps.length})`}>
        <Gaps closing={closing} protocols={protocols} />
      </Panel>
      <Panel title={`${words.conspicuous} (${closing.conspicuous.length})`}>
        <ConspicuousValues closing={closing} protocols={protocols} />
      </Panel>
      {withoutConsent > 0 && (
        <Text size="sm" c="dimmed">
          {words.withoutConsent(withoutConsent)}
        </Text>
      )}
      {!isClosed && <CloseForm closing={closing} />}
    </Stack>
  );
}

function CloseForm({ closing }: { closing: Closing }) {
  const { testDay, gaps, conspicuous } = closing;
  if (!testDay.editable) return <Alert color="sonne">{words.onlyStaff}</Alert>;
  if (testDay.started === 0) return <Alert color="sonne">{words.nothing}</Alert>;
  const asked = [
    ...(gaps.length > 0 ? [words.confirmGaps] : []),
    ...(conspicuous.length > 0 ? [words.confirmConspicuous] : []),
  ];
  return <Confirmations asked={asked} closing={closing} />;
}

function Confirmations({ asked, closing }: { asked: readonly string[]; closing: Closing }) {
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const { close, pending, problem, missing } = useClosing(closing, asked.length === confirmed.length);
  const toggle = (sentence: string, on: boolean) =>
    setConfirmed(on ? [...confirmed, sentence] : confirmed.filter((other) => other !== sentence));
  return (
    <Stack gap="md">
      {asked.map((sentence) => (
        <Checkbox
          key={sentence}
          size="md"
          label={sentence}
          checked={confirmed.includes(sentence)}
          onChange={({ currentTarget }) => toggle(sentence, currentTarget.checked)}
          error={missing && !confirmed.includes(sentence) ? words.confirmMissing : undefined}
        />
      ))}
      {problem && <FormProblem problem={problem} />}
      <div>
        <Button size="lg" loading={pending} onClick={close}>
          {words.submit}
        </Button>
      </div>
    </Stack>
  );
}

function useClosing(closing: Closing, mayClose: boolean) {
  const [, navigate] = useLocation();
  const changed = useTestDaysChanged();
  const [pending, setPending] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setMissing(!mayClose);
    if (!mayClose) return;
    setPending(true);
    void closeTestDay(closing)
      .then(() => {
        announce(words.done);
        navigate(`/testtage/${closing.testDay.id}`);
      })
      .catch((error: unknown) => setProblem(asProblem(error)))
      .then(changed)
      .finally(() => setPending(false));
  };
  return { close, pending, problem, missing };
}
