import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { AdviceForm } from './advice-form';

const words = texts.advice;

interface AdviceButtonProps {
  institutionId: string;
  name: string;
  /** Where the place says already what is entered. */
  short?: boolean;
}

/** Enters a contact with a house, from wherever the house stands. */
export function AdviceButton({ institutionId, name, short = false }: AdviceButtonProps) {
  return (
    <DialogButton
      label={short ? words.enterShort : words.enter}
      ariaLabel={short ? words.enterShortLabel(name) : words.enterLabel(name)}
      title={words.enterTitle(name)}
    >
      {(close) => <AdviceForm institutionId={institutionId} contact={null} onSaved={close} />}
    </DialogButton>
  );
}
