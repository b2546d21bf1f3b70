import { Stack } from '@mantine/core';
import type { SystemCheck } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { Finding } from './finding';
import { gravestFirst } from './gravest-first';

const words = texts.system.checks;

/** What was asked of the data, what came of it, and what to do. */
export function ChecksPanel({ checks }: { checks: readonly SystemCheck[] }) {
  return (
    <Panel title={words.title}>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {gravestFirst(checks).map((check) => (
          <Check key={check.code} check={check} />
        ))}
      </Stack>
    </Panel>
  );
}

function Check({ check: { code, state, count } }: { check: SystemCheck }) {
  const { title, ok, found, help } = words.words[code];
  if (count === null)
    return <Finding title={title} state={state} sentence={words.tooLong} help={words.tooLongHelp} />;
  const isWell = state === 'ok';
  const sentence = isWell ? ok : found(formatInteger(count));
  return <Finding title={title} state={state} sentence={sentence} help={isWell ? null : help} />;
}
