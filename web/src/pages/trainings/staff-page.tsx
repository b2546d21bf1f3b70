import { Stack } from '@mantine/core';
import { StaffList } from '../../features/staff/staff-list';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';

const words = texts.staff;

/** Who works in all houses, for the coordinators. */
export function StaffPage() {
  return (
    <Stack gap="lg">
      <PageHeader title={words.allTitle} intro={words.allIntro} />
      <StaffList institutionId={null} />
    </Stack>
  );
}
