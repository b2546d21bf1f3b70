import { Button, Group, Stack } from '@mantine/core';
import { texts } from '../../texts/de';
import { Stepper } from '../../ui/stepper';
import { MINUTES } from './activity-values';
import type { ActivityForm } from './use-activity-form';

const words = texts.activities.add;

/** Usual lengths by one tap, everything else in steps of five or typed. */
export function MinutesField({ form }: { form: ActivityForm }) {
  const choose = (minutes: number | null) => form.setFieldValue('minutes', minutes);
  return (
    <Stack gap="sm">
      <Stepper
        label={words.minutes}
        field="minutes"
        value={form.values.minutes}
        onChange={choose}
        min={MINUTES.min}
        max={MINUTES.max}
        step={MINUTES.step}
        error={form.errors['minutes']}
      />
      <Group gap={8} role="group" aria-label={words.usualMinutes}>
        {MINUTES.steps.map((minutes) => (
          <Button
            key={minutes}
            mih={48}
            miw={52}
            px="sm"
            radius="xl"
            variant={form.values.minutes === minutes ? 'filled' : 'default'}
            aria-pressed={form.values.minutes === minutes}
            aria-label={words.minutesValue(String(minutes))}
            onClick={() => choose(minutes)}
          >
            {minutes}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
