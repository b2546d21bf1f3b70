import { List, Text } from '@mantine/core';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';

const words = texts.motorSkills.reading;

/** What rounding and hiding mean for who reads the numbers. */
export function ReadingPanel({ detail: { summary } }: { detail: PublicationDetail }) {
  const merged = (summary?.regions ?? []).filter((region) => region.merged).map(({ title }) => title);
  return (
    <Panel title={words.title}>
      <List maw={760} spacing={6}>
        {words.lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {merged.length > 0 && (
        <Text mt="sm" maw={760}>
          {words.merged(merged.join('; '))}
        </Text>
      )}
    </Panel>
  );
}
