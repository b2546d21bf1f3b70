import { SimpleGrid } from '@mantine/core';
import { type Figure, FigureCard } from './figure-card';

/** Numbers side by side. */
export function FigureCards({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <SimpleGrid
      component="ul"
      aria-label={label}
      cols={{ base: 1, xs: 2, md: 3 }}
      spacing="md"
      p={0}
      m={0}
      style={{ listStyle: 'none' }}
    >
      {figures.map((figure) => (
        <FigureCard key={figure.label} {...figure} />
      ))}
    </SimpleGrid>
  );
}
