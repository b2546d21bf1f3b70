import { Text } from '@mantine/core';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';

const words = texts.institutions.detail;

/** What reach is grouped by: always with its source, and with a word against misreading. */
export function SocialPanel({ institution }: { institution: Institution }) {
  const { kind, socialIndex, socialIndexYear } = institution;
  return (
    <Panel title={words.social}>
      <Facts>
        <Fact term={words.socialSituation}>
          <Situation institution={institution} />
        </Fact>
        {kind === 'school' && (
          <Fact term={words.socialIndex}>
            {socialIndex === null ? words.unknown : words.indexOf(socialIndex, socialIndexYear)}
          </Fact>
        )}
      </Facts>
      <Text size="sm" c="dimmed" mt="md">
        {words.noJudgement}
      </Text>
    </Panel>
  );
}

function Situation({ institution }: { institution: Institution }) {
  const { effectiveSocialSituation, socialSituation, socialSituationSource, socialSituationYear } =
    institution;
  if (effectiveSocialSituation === null) return words.unknown;
  const source =
    socialSituation === null
      ? words.fromDistrict(institution.districtName)
      : socialSituationSource && words.source(socialSituationSource, socialSituationYear);
  return (
    <>
      {wordFor(texts.terms.socialSituation, effectiveSocialSituation)}
      {source && (
        <Text span size="sm" c="dimmed" display="block">
          {source}
        </Text>
      )}
    </>
  );
}
