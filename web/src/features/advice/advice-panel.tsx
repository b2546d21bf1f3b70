import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CoachContact, Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate, formatMinutes, formatWeekdayShort } from '../../ui/format';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { Skeletons } from '../../ui/states';
import { useProgrammeChanged } from '../bookings/queries';
import { AdviceButton } from './advice-button';
import { AdviceForm } from './advice-form';
import { adviceKey, readAdvice, removeAdvice } from './queries';

const words = texts.advice;

const SHOWN = 5;

interface AdvicePanelProps {
  institution: Institution;
  editable: boolean;
}

/** When a house was advised, what about, and what was agreed. */
export function AdvicePanel({ institution: { id, name }, editable }: AdvicePanelProps) {
  const pages = usePages(adviceKey(id), (cursor) => readAdvice(id, cursor, SHOWN));
  return (
    <Panel title={words.panelTitle} action={editable && <AdviceButton institutionId={id} name={name} />}>
      <PagedView
        query={pages}
        loading={<Skeletons rows={2} height={56} />}
        empty={<Text c="dimmed">{words.panelEmpty}</Text>}
      >
        {(contacts) => (
          <Stack gap="md">
            {contacts.map((contact) => (
              <Contact key={contact.id} contact={contact} />
            ))}
          </Stack>
        )}
      </PagedView>
    </Panel>
  );
}

function Contact({ contact }: { contact: CoachContact }) {
  const { heldOn, startsAt, minutes, topics, coachName, state } = contact;
  const facts = [
    wordFor(texts.programme.contactWay, contact.way),
    ...(startsAt === null ? [] : [words.atTime(startsAt)]),
    ...(minutes === null ? [] : [formatMinutes(minutes)]),
    ...(coachName === null ? [] : [words.heldBy(coachName)]),
  ];
  return (
    <div>
      <Text fw={600} className="numbers">
        {formatWeekdayShort(heldOn)} {formatDate(heldOn)}
        {state !== 'held' && (
          <Badge variant="light" color={state === 'planned' ? 'wiese' : 'gray'} ml={8}>
            {wordFor(texts.programme.contactState, state)}
          </Badge>
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {topics !== null && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {topics}
        </Text>
      )}
      <NextStep contact={contact} />
      {contact.editable && <Actions contact={contact} />}
    </div>
  );
}

function NextStep({ contact: { nextStep, nextStepDue, nextStepDoneOn } }: { contact: CoachContact }) {
  if (nextStep === null) return null;
  const open = nextStepDue === null ? words.noDue : words.dueOn(formatDate(nextStepDue));
  return (
    <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
      {words.stepLine(nextStep)}{' '}
      <Text span inherit c="dimmed">
        ({nextStepDoneOn === null ? open : words.stepDone(formatDate(nextStepDoneOn))})
      </Text>
    </Text>
  );
}

function Actions({ contact }: { contact: CoachContact }) {
  const changed = useProgrammeChanged(contact.institutionId);
  const what = words.enterTitle(formatDate(contact.heldOn));
  const look = { size: 'compact-sm', mih: 32, variant: 'subtle' } as const;
  return (
    <Group gap={4} ml={-10} className="no-print">
      <DialogButton label={words.edit} ariaLabel={words.editLabel(what)} title={words.editTitle} {...look}>
        {(close) => <AdviceForm institutionId={contact.institutionId} contact={contact} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={words.remove}
        ariaLabel={words.removeLabel(what)}
        question={words.removeQuestion}
        text={words.removeText}
        confirmLabel={words.remove}
        onConfirm={() =>
          removeAdvice(contact)
            .then(changed)
            .then(() => announce(words.removed))
        }
        {...look}
      />
    </Group>
  );
}
