import { Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Institution, ParticipationRun } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate } from '../../ui/format';
import { choiceOf } from '../institutions/catalogue';
import { CorrectionForm } from './correction-form';
import classes from './run-steps.module.css';
import { LateStepForm } from './step-form';
import { type Place, placesOf } from './way';

const words = texts.participation;
const { participationStatus } = texts.terms;

interface RunStepsProps {
  institution: Institution;
  run: ParticipationRun;
  editable: boolean;
}

/** The whole way of a run: what was reached and when, what was left out, what comes next. */
export function RunSteps({ institution, run, editable }: RunStepsProps) {
  return (
    <ol className={classes.way} aria-label={words.steps}>
      {placesOf(run).map((place) => (
        <li key={place.status} className={classes.place} data-state={place.state}>
          <Mark place={place} />
          <div>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <PlaceText place={place} />
              {editable && (
                <div style={{ flexShrink: 0 }}>
                  <PlaceAction institution={institution} run={run} place={place} />
                </div>
              )}
            </Group>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ place: { state, status } }: { place: Place }) {
  const cancelled = status === 'cancelled';
  const Sign = cancelled ? IconX : IconCheck;
  return (
    <span className={classes.mark} data-state={state} data-cancelled={cancelled || undefined}>
      {state === 'done' && <Sign size={18} aria-hidden />}
    </span>
  );
}

function PlaceText({ place: { status, state, step } }: { place: Place }) {
  const quiet = state === 'skipped' || state === 'open';
  return (
    <div>
      <Text fw={state === 'done' || state === 'next' ? 600 : 400} c={quiet ? 'dimmed' : undefined}>
        {wordFor(participationStatus, status)}
      </Text>
      <Text size="sm" c="dimmed">
        {step ? formatDate(step.reachedOn) : words[state]}
      </Text>
      {step?.reason && <Text size="sm">{step.reason}</Text>}
      {step?.correction && (
        <Text size="sm" c="dimmed">
          {words.enteredLate(step.correction)}
        </Text>
      )}
    </div>
  );
}

interface PlaceActionProps {
  institution: Institution;
  run: ParticipationRun;
  place: Place;
}

function PlaceAction({ institution, run, place: { step, state, status } }: PlaceActionProps) {
  const word = wordFor(participationStatus, status);
  const look = { variant: 'subtle', size: 'compact-sm', mih: 32 } as const;
  if (step) {
    return (
      <DialogButton
        label={words.correct}
        ariaLabel={words.correctLabel(word)}
        title={words.correctTitle(word)}
        {...look}
      >
        {(close) => <CorrectionForm institution={institution} run={run} step={step} onSaved={close} />}
      </DialogButton>
    );
  }
  const missing = choiceOf(participationStatus, status);
  if (state !== 'skipped' || !missing) return null;
  return (
    <DialogButton
      label={words.late}
      ariaLabel={words.lateLabel(word)}
      title={words.lateTitle(word)}
      {...look}
    >
      {(close) => <LateStepForm institution={institution} run={run} status={missing} onSaved={close} />}
    </DialogButton>
  );
}
