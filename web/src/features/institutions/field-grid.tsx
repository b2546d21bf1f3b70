import { SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { InstitutionValues } from './institution-values';

export interface InstitutionFieldsProps {
  form: UseFormReturnType<InstitutionValues>;
}

/** Two fields beside each other where there is room. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <SimpleGrid cols={{ base: 1, sm: 2 }}>{children}</SimpleGrid>;
}
