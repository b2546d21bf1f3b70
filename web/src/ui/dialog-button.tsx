import { Button, type ButtonProps, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface DialogButtonProps extends Pick<ButtonProps, 'size' | 'mih' | 'leftSection' | 'variant'> {
  label: string;
  /** Says more than the label where several of these buttons stand on a page. */
  ariaLabel?: string;
  title: string;
  /** The dialog's content; gets the way to close it. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog with a form; the form is made anew each time. */
export function DialogButton({ label, ariaLabel, title, children, ...look }: DialogButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="sm" aria-label={ariaLabel} onClick={open} {...look}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title} size="lg">
        {children(close)}
      </Modal>
    </>
  );
}
