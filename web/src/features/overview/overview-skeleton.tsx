import { SimpleGrid, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { texts } from '../../texts/de';
import cards from './goal-card.module.css';
import classes from './overview-skeleton.module.css';

/** Grey places of the size that the page's parts will have, so that nothing jumps when the numbers come. */
export function OverviewSkeleton() {
  return (
    <Stack gap="md" role="status" aria-busy="true">
      <VisuallyHidden>{texts.common.loading}</VisuallyHidden>
      <Skeleton height={20} width={200} />
      <Skeleton className={classes.headline} radius="lg" />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        {['reach', 'dose', 'training', 'coaching'].map((side) => (
          <Skeleton key={side} className={cards.loading} radius="lg" />
        ))}
      </SimpleGrid>
      <Skeleton height={480} radius="lg" />
    </Stack>
  );
}
