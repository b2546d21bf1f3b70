import { Alert, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Training } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { formatDate, formatMinutes } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { focusAreasQuery } from '../activities/queries';
import { forWhom, formatUnits, seatWords, sessionWords } from './training-words';

const { facts: words, ...training } = texts.training;

/** Everything about a training that everybody may know. */
export function TrainingFacts({ training: shown }: { training: Training }) {
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const { state, cancelReason, modules, trainerName, trainerQualification, registerBy } = shown;
  return (
    <Stack gap="md">
      {state === 'cancelled' && <Alert color="red">{words.cancelled(cancelReason ?? '')}</Alert>}
      {state === 'draft' && <Alert color="gray">{words.draft}</Alert>}
      <Panel title={words.title}>
        <Facts>
          <Fact term={words.sessions}>
            <Sessions training={shown} />
          </Fact>
          <Fact term={words.place}>{shown.place}</Fact>
          <Fact term={words.units}>
            {training.unitsLong(formatUnits(shown.teachingUnits), formatMinutes(shown.minutes))}
          </Fact>
          <Fact term={words.seats}>{seatsOf(shown)}</Fact>
          <Fact term={words.registerBy}>{registerBy && formatDate(registerBy)}</Fact>
          <Fact term={words.forWhom}>{forWhom(shown)}</Fact>
          <Fact term={words.focusArea}>{areas.find(({ code }) => code === shown.focusArea)?.title}</Fact>
          <Fact term={words.modules}>{modules.map(({ title }) => title).join(', ')}</Fact>
          <Fact term={words.trainer}>{[trainerName, trainerQualification].filter(Boolean).join(', ')}</Fact>
          <Fact term={words.threshold}>{words.thresholdText(shown.thresholdPercent)}</Fact>
          <Fact term={words.issuer}>{shown.issuer}</Fact>
          <Fact term={words.contents}>
            {shown.contents && <Text style={{ whiteSpace: 'pre-line' }}>{shown.contents}</Text>}
          </Fact>
        </Facts>
      </Panel>
    </Stack>
  );
}

/** How many are left is of use as long as somebody may still get one. */
function seatsOf(shown: Training): string {
  const taken = training.seats.of(shown.confirmed, shown.capacity);
  return shown.state === 'completed' ? taken : `${taken} – ${seatWords(shown)}`;
}

function Sessions({ training: { sessions } }: { training: Training }) {
  if (sessions.length === 0) return <>{training.noSessions}</>;
  return (
    <List listStyleType="none" spacing={4}>
      {sessions.map((session) => (
        <List.Item key={session.id}>
          {sessionWords(session)}
          {session.breakMinutes > 0 && `, ${words.pause(session.breakMinutes)}`}
          {session.place && `, ${session.place}`}
        </List.Item>
      ))}
    </List>
  );
}
