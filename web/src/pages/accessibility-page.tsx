import { Box, Stack, Text, Title } from '@mantine/core';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';

/** Declaration owed by public bodies; linked from the foot of every page. */
export function AccessibilityPage() {
  const { title, sections, updated } = texts.accessibility;
  return (
    <Box maw={720}>
      <PageHeader title={title} />
      <Stack gap="xl">
        {sections.map(({ heading, paragraphs }) => (
          <Stack key={heading} gap="xs" component="section">
            <Title order={2} fz="lg">
              {heading}
            </Title>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph}>{paragraph}</Text>
            ))}
          </Stack>
        ))}
        <Text c="dimmed" size="sm">
          {updated}
        </Text>
      </Stack>
    </Box>
  );
}
