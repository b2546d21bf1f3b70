import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { AdviceForm } from './advice-form';

const words = texts.advice;

interface AdviceButtonProps {
  institutionId: string;
  name: string;
  variant?: 'filled' | 'default' | 'subtle';
}

/** Enters a contact with a house, from wherever the house stands. */
export function AdviceButton({ institutionId, name, variant = 'default' }: AdviceButtonProps) {
  return (
    <DialogButton
      label={words.enter}
      ariaLabel={words.enterLabel(name)}
      title={words.enterTitle(name)}
      variant={variant}
    >
      {(close) => <AdviceForm institutionId={institutionId} contact={null} onSaved={close} />}
    </DialogButton>
  );
}
