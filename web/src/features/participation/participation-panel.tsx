import { Button, Collapse, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Institution, ParticipationRun } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate, formatInstantDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { ParticipationBadge } from '../institutions/participation-badge';
import { useHouseChanged } from '../institutions/use-house-changed';
import { hasRole, useSession } from '../session/session';
import { BeginForm } from './begin-form';
import { removeRun, runsQuery } from './queries';
import { RunSteps } from './run-steps';
import { NextStepForm } from './step-form';
import { isOver } from './way';

const words = texts.participation;
const { participationStatus } = texts.terms;

interface ParticipationPanelProps {
  institution: Institution;
  editable: boolean;
}

/** How the institution goes through the programme, now and in earlier years. */
export function ParticipationPanel({ institution, editable }: ParticipationPanelProps) {
  const runs = useQuery(runsQuery(institution.id));
  return (
    <Panel title={words.title} action={runs.data && <Status run={runs.data[0]} />}>
      <QueryView query={runs} loading={<Skeletons rows={6} height={40} />}>
        {([run, ...earlier]) => (
          <Stack gap="md">
            {run ? <CurrentRun institution={institution} run={run} editable={editable} /> : <NoRun />}
            {editable && <Buttons institution={institution} run={run} />}
            {earlier.length > 0 && (
              <EarlierRuns institution={institution} runs={earlier} editable={editable} />
            )}
          </Stack>
        )}
      </QueryView>
    </Panel>
  );
}

function Status({ run }: { run: ParticipationRun | undefined }) {
  return <ParticipationBadge status={run?.status} />;
}

function NoRun() {
  return (
    <div>
      <Text>{words.none}</Text>
      <Text size="sm" c="dimmed" mt="xs">
        {words.noneText}
      </Text>
    </div>
  );
}

interface RunProps extends ParticipationPanelProps {
  run: ParticipationRun;
}

function CurrentRun({ institution, run, editable }: RunProps) {
  return (
    <div>
      <RunSteps institution={institution} run={run} editable={editable} />
      <Corrections run={run} />
    </div>
  );
}

function Buttons({ institution, run }: { institution: Institution; run: ParticipationRun | undefined }) {
  const over = run === undefined || isOver(run.status);
  const { name } = institution;
  return (
    <Group gap="xs" className="no-print">
      {run && !over && (
        <DialogButton label={words.nextStep} title={words.nextStepTitle(name)} variant="filled">
          {(close) => <NextStepForm institution={institution} run={run} onSaved={close} />}
        </DialogButton>
      )}
      {over && (
        <DialogButton label={run ? words.again : words.add} title={words.addTitle(name)} variant="filled">
          {(close) => (
            <BeginForm
              institution={institution}
              past={false}
              first={run ? 'registered' : 'requested'}
              onSaved={close}
            />
          )}
        </DialogButton>
      )}
      <DialogButton label={words.past} title={`${words.past}: ${name}`} variant="subtle">
        {(close) => <BeginForm institution={institution} past first="registered" onSaved={close} />}
      </DialogButton>
      {run?.steps.length === 1 && <RemoveRun institution={institution} run={run} />}
    </Group>
  );
}

/** Only coordinators: who may not see activities cannot tell whether something builds on the run. */
function RemoveRun({ institution, run }: { institution: Institution; run: ParticipationRun }) {
  const changed = useHouseChanged(institution.id);
  if (!hasRole(useSession(), 'coordinator')) return null;
  return (
    <ConfirmButton
      size="sm"
      label={words.remove}
      question={words.removeQuestion}
      text={words.removeText}
      confirmLabel={words.remove}
      onConfirm={() =>
        removeRun(run)
          .then(changed)
          .then(() => announce(words.removed))
      }
    />
  );
}

/** What was corrected in a run, for whoever wonders. */
function Corrections({ run: { withdrawn } }: { run: ParticipationRun }) {
  const [opened, { toggle }] = useDisclosure(false);
  if (withdrawn.length === 0) return null;
  return (
    <div>
      <Button variant="subtle" size="compact-sm" mih={32} aria-expanded={opened} onClick={toggle}>
        {words.corrections(withdrawn.length)}
      </Button>
      <Collapse expanded={opened}>
        <List size="sm" mt="xs">
          {withdrawn.map(({ id, status, reachedOn, withdrawnAt, correction }) => (
            <List.Item key={id}>
              {words.correctionLine(
                wordFor(participationStatus, status),
                formatDate(reachedOn),
                formatInstantDate(withdrawnAt),
              )}
              <Text size="sm" c="dimmed">
                {correction}
              </Text>
            </List.Item>
          ))}
        </List>
      </Collapse>
    </div>
  );
}

interface EarlierRunsProps extends ParticipationPanelProps {
  runs: readonly ParticipationRun[];
}

function EarlierRuns({ institution, runs, editable }: EarlierRunsProps) {
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.earlier}</Text>
      {runs.map((run) => (
        <EarlierRun key={run.id} institution={institution} run={run} editable={editable} />
      ))}
    </Stack>
  );
}

function EarlierRun({ institution, run, editable }: RunProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const from = formatDate(run.steps[0]?.reachedOn ?? run.startedOn ?? '');
  const span = words.span(from, run.endedOn && formatDate(run.endedOn));
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text size="sm">
          {span}: {wordFor(participationStatus, run.status)}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          mih={32}
          aria-expanded={opened}
          aria-label={`${words.showSteps}: ${span}`}
          onClick={toggle}
        >
          {words.showSteps}
        </Button>
      </Group>
      {run.reason && (
        <Text size="sm" c="dimmed">
          {run.reason}
        </Text>
      )}
      <Collapse expanded={opened}>
        <div style={{ paddingTop: 12 }}>
          <RunSteps institution={institution} run={run} editable={editable} />
          <Corrections run={run} />
        </div>
      </Collapse>
    </div>
  );
}
