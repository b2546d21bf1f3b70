import { Badge, Group, Text } from '@mantine/core';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { Fact, Facts } from '../../ui/facts';
import { formatDate, formatInteger, formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';

const words = texts.institutions.detail;
const { terms } = texts;

const FLAGS = ['familyCentre', 'movementKita', 'plusKita', 'allDaySchool'] as const;

export function FeaturePanel({ institution }: { institution: Institution }) {
  const { providerKind, providerName, legalRegime, shortCode, schoolNumber, places, staffCount } =
    institution;
  const provider = wordFor(terms.providerKind, providerKind);
  return (
    <Panel title={words.features}>
      <Flags institution={institution} />
      <Facts>
        <Fact term={words.provider}>{providerName ? `${provider}: ${providerName}` : provider}</Fact>
        <Fact term={words.legalRegime}>{wordFor(terms.legalRegime, legalRegime)}</Fact>
        <Fact term={words.places}>{places !== null && formatInteger(places)}</Fact>
        <Fact term={words.staffCount}>{staffCount !== null && formatInteger(staffCount)}</Fact>
        <Fact term={words.schoolNumber}>{schoolNumber}</Fact>
        <Fact term={words.shortCode}>{shortCode}</Fact>
      </Facts>
    </Panel>
  );
}

function Flags({ institution }: { institution: Institution }) {
  const flags = FLAGS.filter((flag) => institution[flag]);
  if (flags.length === 0) {
    return (
      <Text c="dimmed" size="sm" mb="md">
        {words.noFlags}
      </Text>
    );
  }
  return (
    <Group gap="xs" mb="md">
      {flags.map((flag) => (
        <Badge
          key={flag}
          variant="light"
          size="lg"
          tt="none"
          fw={500}
          h="auto"
          mih={26}
          py={3}
          styles={WRAPS}
        >
          {words[flag]}
          {sinceOf(institution[`${flag}Since`])}
        </Badge>
      ))}
    </Group>
  );
}

// With its year a title is longer than a phone is wide.
const WRAPS = { label: { whiteSpace: 'normal' } } as const;

/** 1 August stands for a school year of which no more is known. */
function sinceOf(since: string | null): string {
  if (since === null) return '';
  const when = since.endsWith('-08-01') ? formatSchoolYear(Number(since.slice(0, 4))) : formatDate(since);
  return ` ${words.since(when)}`;
}
