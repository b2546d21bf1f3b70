import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { institutionQuery } from '../institutions/queries';

const { help, helpOf }: { help: string; helpOf: Readonly<Record<string, string>> } = texts.activities.add;

/** What is recommended for the children of this house, and that it is only a part that the house adds. */
export function MovementHelp({ institutionId }: { institutionId: string }) {
  const kind = useQuery(institutionQuery(institutionId)).data?.kind;
  return (
    <Text size="sm" c="dimmed" maw={560}>
      {(kind && helpOf[kind]) ?? help}
    </Text>
  );
}
