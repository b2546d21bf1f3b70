import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../../texts/de';
import { announce, announceProblem } from '../../../ui/announce';
import { formatDate } from '../../../ui/format';
import { AdviceButton } from '../../advice/advice-button';
import { changeAdvice, readContact } from '../../advice/queries';
import { useProgrammeChanged } from '../../bookings/queries';
import { useSession } from '../../session/session';
import { AttentionRow, Contact } from './attention-row';
import type { OverdueStep } from './queries';
import { useKeeps } from './use-keeps';

const words = texts.attention.steps;

/** What was agreed and is overdue: ask, note what came of it, or tick it off. */
export function StepRow({ step }: { step: OverdueStep }) {
  const { institutionId, institutionName, nextStep, dueOn, daysOverdue, heldOn, coachName } = step;
  const keeps = useKeeps();
  return (
    <AttentionRow
      title={nextStep}
      href={`/einrichtungen/${institutionId}`}
      contact={<Contact house={institutionName} {...step} />}
      actions={
        keeps && (
          <>
            <DoneButton step={step} />
            <AdviceButton institutionId={institutionId} name={institutionName} />
          </>
        )
      }
    >
      {institutionName}
      {' · '}
      {words.due(daysOverdue, formatDate(dueOn))}
      {' · '}
      {words.agreed(formatDate(heldOn), coachName)}
    </AttentionRow>
  );
}

function DoneButton({ step: { id, institutionId, nextStep } }: { step: OverdueStep }) {
  const { today } = useSession();
  const changed = useProgrammeChanged(institutionId);
  const [pending, setPending] = useState(false);
  const done = async () => {
    setPending(true);
    try {
      await changeAdvice(await readContact(id), { nextStepDoneOn: today });
      await changed();
      announce(texts.advice.doneSaved(nextStep));
    } catch (problem) {
      announceProblem(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      variant="default"
      size="sm"
      loading={pending}
      leftSection={<IconCheck size={18} aria-hidden />}
      aria-label={texts.advice.doneLabel(nextStep)}
      onClick={() => void done()}
    >
      {texts.advice.done}
    </Button>
  );
}
