import { Anchor, Group, List, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import type { Closing, SheetProtocol } from './queries';

const words = texts.testDays.closing;

type Gap = Closing['gaps'][number];
type Conspicuous = Closing['conspicuous'][number];

interface ListProps {
  closing: Closing;
  protocols: readonly SheetProtocol[];
}

const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });

/** What is missing, child by child. */
export function Gaps({ closing: { gaps, testDay }, protocols }: ListProps) {
  if (gaps.length === 0) return <Text>{words.noGaps}</Text>;
  const children = [...new Map(gaps.map(({ childId, code }) => [childId, code]))];
  return (
    <List listStyleType="none" spacing="sm">
      {children.map(([childId, code]) => (
        <List.Item key={childId}>
          <Group gap="xs" align="baseline">
            <ChildLink dayId={testDay.id} childId={childId} code={code} />
            <Text size="sm">
              {gaps
                .filter((gap) => gap.childId === childId)
                .map((gap) => gapWords(gap, protocols))
                .join(' · ')}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

function gapWords(gap: Gap, protocols: readonly SheetProtocol[]): string {
  const kind = gap.kind === 'partial' ? words.partial(gap.missingTrials) : words.gapKinds[gap.kind];
  return gap.protocolId === null ? (kind ?? '') : `${titleOf(gap.protocolId, protocols)}: ${kind}`;
}

/** Values to look at once more. */
export function ConspicuousValues({ closing: { conspicuous, testDay }, protocols }: ListProps) {
  if (conspicuous.length === 0) return <Text>{words.noConspicuous}</Text>;
  return (
    <List listStyleType="none" spacing="sm">
      {conspicuous.map((value) => (
        <List.Item key={value.trialId}>
          <Group gap="xs" align="baseline">
            <ChildLink dayId={testDay.id} childId={value.childId} code={value.code} />
            <Text size="sm">{valueWords(value, protocols)}</Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

function valueWords(
  { protocolId, number, value, likely, kind }: Conspicuous,
  protocols: readonly SheetProtocol[],
) {
  const why =
    kind === 'unlikely' && likely
      ? words.likely(decimal.format(likely.low), decimal.format(likely.high))
      : words.farApart;
  return `${titleOf(protocolId, protocols)}, ${words.trial(number)}: ${decimal.format(value)} – ${why}`;
}

function titleOf(id: string, protocols: readonly SheetProtocol[]): string {
  return protocols.find((protocol) => protocol.id === id)?.itemTitle ?? '';
}

function ChildLink({ dayId, childId, code }: { dayId: string; childId: string; code: string }) {
  return (
    <Anchor
      component={Link}
      href={`/testtage/${dayId}/kind/${childId}`}
      aria-label={words.toChildOf(code)}
      ff="monospace"
      fw={600}
      py={10}
      display="inline-block"
    >
      {code}
    </Anchor>
  );
}
