import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useOnline } from '../device/use-online';
import { texts } from '../texts/de';
import { announceProblem } from './announce';
import { NetworkNote } from './needs-network';

interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'mih' | 'leftSection' | 'variant'> {
  label: string;
  /** Says more than the label where several of these buttons stand on a page. */
  ariaLabel?: string;
  question: string;
  /** What will happen. */
  text: string;
  confirmLabel: string;
  /** The step is one on this device alone, or goes through the outbox. */
  worksOffline?: boolean;
  onConfirm: () => Promise<unknown>;
}

/** A button for a step that should not happen by accident: asks once, says what will happen. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, ariaLabel, question, text, confirmLabel, worksOffline, onConfirm, ...look } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const canConfirm = useOnline() || worksOffline === true;
  const confirm = () => {
    setPending(true);
    onConfirm()
      .then(close, announceProblem)
      .finally(() => setPending(false));
  };
  return (
    <>
      <Button variant="subtle" aria-label={ariaLabel} onClick={open} {...look}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={question}>
        <Stack gap="lg">
          <Text>{text}</Text>
          {!canConfirm && <NetworkNote>{texts.device.needsNetwork.step}</NetworkNote>}
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={close}>
              {texts.common.cancel}
            </Button>
            <Button loading={pending} disabled={!canConfirm} onClick={confirm}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
