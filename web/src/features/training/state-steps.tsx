import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from 'wouter';
import type { Training, TrainingState } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { ServerForm } from '../../ui/server-form';
import { useSession } from '../session/session';
import { changeTraining, removeTraining, useTrainingsChanged } from './queries';

const words = texts.training.steps;

interface Step {
  to: TrainingState;
  label: string;
  text: string;
}

const OPEN: Step = { to: 'open', label: words.open, text: words.openText };
const COMPLETE: Step = { to: 'completed', label: words.complete, text: words.completeText };

function stepsOf({ state, sessions }: Training, today: string): Step[] {
  const over = sessions.length > 0 && sessions.every(({ heldOn }) => heldOn <= today);
  if (state === 'draft') return [OPEN];
  if (state === 'open')
    return [{ to: 'closed', label: words.close, text: words.closeText }, ...(over ? [COMPLETE] : [])];
  if (state === 'closed') return [...(over ? [COMPLETE] : []), { ...OPEN, label: words.reopen }];
  if (state === 'completed') return [{ to: 'closed', label: words.resume, text: words.resumeText }];
  return [];
}

/** The steps that a training can go from where it stands. */
export function StateSteps({ training }: { training: Training }) {
  const { today } = useSession();
  const changed = useTrainingsChanged();
  const cancellable = training.state === 'open' || training.state === 'closed';
  return (
    <Group gap="sm">
      {stepsOf(training, today).map(({ to, label, text }, index) => (
        <ConfirmButton
          key={to}
          variant={index === 0 ? 'filled' : 'default'}
          size="sm"
          label={label}
          question={`${label}?`}
          text={text}
          confirmLabel={label}
          onConfirm={() =>
            changeTraining(training, { state: to })
              .then(changed)
              .then(() => announce(words.done(texts.training.states[to] ?? to)))
          }
        />
      ))}
      {cancellable && (
        <DialogButton label={words.cancel} title={words.cancelTitle}>
          {(close) => <CancelForm training={training} onDone={close} />}
        </DialogButton>
      )}
      {training.state === 'draft' && <RemoveDraft training={training} />}
    </Group>
  );
}

function CancelForm({ training, onDone }: { training: Training; onDone: () => void }) {
  const changed = useTrainingsChanged();
  const form = useForm({
    initialValues: { cancelReason: '' },
    validate: { cancelReason: (reason) => (reason.trim() === '' ? words.cancelMissing : null) },
  });
  const send = async ({ cancelReason }: { cancelReason: string }) => {
    await changeTraining(training, { state: 'cancelled', cancelReason });
    await changed();
    announce(words.done(texts.training.states['cancelled'] ?? ''));
    onDone();
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.cancelSubmit}
      actions={
        <Button variant="default" size="lg" onClick={onDone}>
          {texts.common.cancel}
        </Button>
      }
    >
      <Stack>
        <Textarea
          label={words.cancelReason}
          description={words.cancelHint}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('cancelReason')}
        />
      </Stack>
    </ServerForm>
  );
}

function RemoveDraft({ training }: { training: Training }) {
  const changed = useTrainingsChanged();
  const [, navigate] = useLocation();
  return (
    <ConfirmButton
      size="sm"
      label={words.remove}
      question={words.removeQuestion}
      text={words.removeText}
      confirmLabel={texts.common.remove}
      onConfirm={() =>
        removeTraining(training).then(() => {
          navigate('/fortbildungen');
          announce(words.removed);
          return changed();
        })
      }
    />
  );
}
