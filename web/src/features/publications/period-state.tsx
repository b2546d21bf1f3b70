import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { PublicationPeriod } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatInstantDate, formatInteger } from '../../ui/format';
import { cityParams, useChosenMunicipality } from '../institutions/city-filter';
import { motorParams } from '../motor-skills/motor-filter';

const words = texts.publications;

/** What is so about a period, in a sentence: published when, possible from when on, or why not at all. */
export function PeriodState({ period }: { period: PublicationPeriod }) {
  const { state, half, to, lastDay } = period;
  if (state === 'open') return <Text>{words.openUntil(formatDate(to))}</Text>;
  if (state === 'other_cut') return <Text>{words.otherCut[half === null ? 'whole' : 'half']}</Text>;
  if (state === 'erased') return <Text>{words.erased(formatDate(lastDay))}</Text>;
  return <Published period={period} />;
}

function Published({ period }: { period: PublicationPeriod }) {
  const { publishedId, publishedAt, revisions, title, mayPrepare, readyOn, lastDay } = period;
  const municipalityId = useChosenMunicipality() ?? '';
  if (publishedId === null || publishedAt === null) return null;
  const query = new URLSearchParams({
    [cityParams.municipality]: municipalityId,
    [motorParams.publication]: publishedId,
  });
  return (
    <div>
      <Text>
        {words.publishedAt(formatInstantDate(publishedAt), formatInteger(revisions))}{' '}
        <Anchor component={Link} href={`/motorik?${query}`} aria-label={words.showLabel(title)} inherit>
          {words.show}
        </Anchor>
      </Text>
      {!mayPrepare && (
        <Text size="sm" c="dimmed">
          {readyOn === null ? words.noRevision(formatDate(lastDay)) : words.nextRevision(formatDate(readyOn))}
        </Text>
      )}
    </div>
  );
}
