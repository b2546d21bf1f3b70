import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { texts } from '../../texts/de';

/** How a number is counted, on demand. */
export function Definition({ label, text }: { label: string; text: string }) {
  return (
    <Popover width={300} position="bottom-end" shadow="md" withArrow trapFocus={false}>
      <Popover.Target>
        <ActionIcon
          className="no-print"
          variant="subtle"
          color="gray"
          size={32}
          aria-label={texts.reports.explain(label)}
        >
          <IconInfoCircle size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" role="status">
          {text}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
