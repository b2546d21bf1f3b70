import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../../ui/use-address';
import { institutionQuery } from './queries';

interface OnlyInstitutionProps {
  param: string;
  label: (name: string) => string;
  allLabel: string;
}

/** Says that a list is about one house only, and leads back to all; nothing while it is about all. */
export function OnlyInstitution({ param, label, allLabel }: OnlyInstitutionProps) {
  const address = useAddress();
  const id = address.get(param);
  const { data } = useQuery({ ...institutionQuery(id ?? ''), enabled: id !== null });
  if (id === null) return null;
  return (
    <Group gap="xs" mb="md">
      <Text fw={600}>{data && label(data.name)}</Text>
      <Button variant="subtle" size="sm" onClick={() => address.set({ [param]: null })}>
        {allLabel}
      </Button>
    </Group>
  );
}
