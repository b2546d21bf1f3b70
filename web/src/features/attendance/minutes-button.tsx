import { Button, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type SyntheticEvent, useState } from 'react';
import { texts } from '../../texts/de';
import { NumberField } from '../forms/number-field';

const words = texts.attendance;

interface MinutesButtonProps {
  name: string;
  minutes: number;
  /** Of the session. */
  most: number;
  onChange: (minutes: number) => void;
}

/** How long somebody was there; usually all the time, and then nobody needs to touch it. */
export function MinutesButton({ name, minutes, most, onChange }: MinutesButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const [typed, setTyped] = useState<number | null>(minutes);
  const isGood = typed !== null && typed >= 1 && typed <= most;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isGood) return;
    onChange(typed);
    close();
  };
  return (
    <>
      <Button
        variant={minutes < most ? 'light' : 'subtle'}
        color={minutes < most ? 'sonne' : undefined}
        size="compact-sm"
        mih={32}
        aria-label={words.changeMinutes(name, minutes)}
        onClick={() => {
          setTyped(minutes);
          open();
        }}
      >
        {words.minutes(minutes)}
      </Button>
      <Modal opened={opened} onClose={close} title={words.minutesTitle(name)}>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <NumberField
              label={words.minutesLabel}
              description={words.minutesHint(most)}
              value={typed}
              onChange={setTyped}
              error={isGood ? null : `${words.minutesLabel}: 1–${most}`}
              size="md"
              inputMode="numeric"
              data-autofocus
            />
            <Button type="submit" size="lg">
              {texts.common.save}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
