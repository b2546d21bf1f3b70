import { Alert, List, Stack, Text } from '@mantine/core';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';

const words = texts.governance;

/** What erasing would take, what would stay and why; and what stands against it now. */
export function ErasurePreview({ preview }: { preview: components['schemas']['ErasurePreviewDto'] }) {
  const { erased, kept, obstacle } = preview;
  return (
    <Stack gap="md">
      {obstacle !== null && <Alert color="orange">{obstacle}</Alert>}
      <div>
        <Text fw={600}>{words.erased}</Text>
        <List size="sm">
          {erased.map(({ title, count }) => (
            <List.Item key={title}>{counted(title, count)}</List.Item>
          ))}
        </List>
      </div>
      {kept.length > 0 && (
        <div>
          <Text fw={600}>{words.remains}</Text>
          <List size="sm" spacing={4}>
            {kept.map(({ title, count, why }) => (
              <List.Item key={title}>
                {counted(title, count)}
                <Text size="sm" c="dimmed">
                  {why}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}

const counted = (title: string, count: number): string =>
  count === 1 ? title : `${title}: ${formatInteger(count)}`;
