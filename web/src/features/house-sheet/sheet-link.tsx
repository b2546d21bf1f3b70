import { ActionIcon } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';

const words = texts.houseSheet;

interface SheetLinkProps {
  institutionId: string;
  name: string;
}

/** The way to a house on one page, beside its name in a list. */
export function SheetLink({ institutionId, name }: SheetLinkProps) {
  return (
    <ActionIcon
      component={Link}
      href={`/einrichtungen/${institutionId}/blatt`}
      variant="subtle"
      size={32}
      aria-label={words.openOf(name)}
      title={words.open}
    >
      <IconFileText size={18} aria-hidden />
    </ActionIcon>
  );
}
