import { Stack } from '@mantine/core';
import type { Upkeep } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { Finding } from './finding';

const words = texts.system.upkeep;

/** When the installation was last kept in order. */
export function UpkeepPanel({ upkeep }: { upkeep: readonly Upkeep[] }) {
  return (
    <Panel title={words.title}>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {upkeep.map((each) => (
          <Finding
            key={each.kind}
            title={words.kinds[each.kind]}
            state={each.state}
            sentence={sentenceOf(each)}
            help={each.state === 'ok' ? null : words.help[each.kind]}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function sentenceOf({ state, startedAt, endedAt, outcome, lastGoodAt }: Upkeep): string {
  if (startedAt === null) return words.never;
  const last = lastGoodAt === null ? [] : [words.lastGood(formatInstant(lastGoodAt))];
  const begun = formatInstant(startedAt);
  if (outcome === 'failed') return [words.failed(formatInstant(endedAt ?? startedAt)), ...last].join(' · ');
  if (outcome === null)
    return [state === 'ok' ? words.running(begun) : words.unfinished(begun), ...last].join(' · ');
  return last.join('');
}
