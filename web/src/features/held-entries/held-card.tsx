import { Alert, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import type { HeldEntry } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { Fact, Facts } from '../../ui/facts';
import { formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ServerForm } from '../../ui/server-form';
import { type Line, linesOf, standingLinesOf } from './described';
import { changesOf, replaces, type Rightful, valuesOf } from './putting-right';
import { RightfulFields } from './rightful-fields';
import { useDecision } from './queries';

const words = texts.heldEntries;

/** An entry that waits: what was noted, why it waits, and the lead's word. */
export function HeldCard({ entry }: { entry: HeldEntry }) {
  return (
    <Panel title={titleOf(entry)}>
      <Stack gap="md">
        <Reason entry={entry} />
        <Facts>
          <Lines lines={linesOf(entry)} />
          <Fact term={words.by}>{entry.authorName || words.someone}</Fact>
          <Fact term={words.notedAt}>{notedAt(entry)}</Fact>
          <Fact term={words.corrected}>
            {entry.notedAtCorrected && formatInstant(entry.notedAtCorrected)}
          </Fact>
          <Fact term={words.arrivedAt}>{formatInstant(entry.arrivedAt)}</Fact>
          <Fact term={words.house}>{entry.institutionName}</Fact>
        </Facts>
        <Standing entry={entry} />
        <Decision entry={entry} />
      </Stack>
    </Panel>
  );
}

function Reason({ entry: { reason, problem } }: { entry: HeldEntry }) {
  return (
    <Alert color="sonne" variant="light" icon={<IconInfoCircle aria-hidden />}>
      <Text size="sm">{wordFor(words.reasons, reason)}</Text>
      {reason === 'refused' && problem && (
        <Text size="sm" mt={4}>
          {problem.title}
        </Text>
      )}
    </Alert>
  );
}

function Standing({ entry }: { entry: HeldEntry }) {
  const lines = standingLinesOf(entry);
  if (lines.length === 0) return null;
  return (
    <div>
      <Text fw={600} mb={4}>
        {entry.problem ? words.standsThere : words.was}
      </Text>
      <Facts>
        <Lines lines={lines} />
      </Facts>
    </div>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map(({ field, term, value }) => (
        <Fact key={field} term={term}>
          <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</span>
        </Fact>
      ))}
    </>
  );
}

function Decision({ entry }: { entry: HeldEntry }) {
  const { confirm, discard } = useDecision(entry.id);
  const form = useForm<Rightful>({ mode: 'controlled', initialValues: valuesOf(entry) });
  const send = (values: Rightful) => confirm(changesOf(entry, values)).then(() => announce(words.confirmed));
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={replaces(entry) ? words.confirmAnyway : words.confirm}
      actions={
        <ConfirmButton
          size="lg"
          label={words.discard}
          ariaLabel={words.discardLabel(titleOf(entry))}
          question={words.discardQuestion}
          text={words.discardText}
          confirmLabel={words.discard}
          onConfirm={() => discard().then(() => announce(words.discarded))}
        />
      }
    >
      <RightfulFields entry={entry} form={form} />
    </ServerForm>
  );
}

function titleOf({ kind, withdrawn }: HeldEntry): string {
  const named = wordFor(words.kinds, kind);
  return withdrawn ? words.withdrawn(named) : named;
}

function notedAt({ notedAt: instant, notedAtCorrected, reason }: HeldEntry): string {
  const shown = formatInstant(instant);
  return notedAtCorrected !== null || reason === 'clock' ? words.deviceClock(shown) : shown;
}
