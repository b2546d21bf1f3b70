import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { TrailEntry } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstant } from '../../ui/format';

const words = texts.trail;

const columns: Column<TrailEntry>[] = [
  {
    key: 'what',
    header: words.what,
    primary: true,
    render: (entry) => <What entry={entry} />,
  },
  {
    key: 'where',
    header: words.where,
    render: ({ institutionId, institutionName }) =>
      institutionName !== null && (
        <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`}>
          {institutionName}
        </Anchor>
      ),
  },
  {
    key: 'when',
    header: words.when,
    render: ({ at }) => <span style={{ whiteSpace: 'nowrap' }}>{formatInstant(at)}</span>,
  },
  { key: 'network', header: words.network, render: ({ origin }) => origin },
];

/** What happened, as sentences. */
export function TrailTable({ entries }: { entries: readonly TrailEntry[] }) {
  return <DataTable caption={words.caption} columns={columns} rows={entries} rowKey={({ id }) => id} />;
}

function What({ entry }: { entry: TrailEntry }) {
  const { sentence, fields } = entry;
  return (
    <>
      <Text inherit fw={400}>
        <Actor entry={entry} /> <Sentence entry={entry}>{sentence}</Sentence>
      </Text>
      {fields.length > 0 && (
        <Text size="sm" fw={400} c="dimmed">
          {`${words.fields}: ${fields.join(', ')}`}
        </Text>
      )}
    </>
  );
}

function Actor({ entry: { actorId, actorName } }: { entry: TrailEntry }) {
  if (actorId === null) return <>{words.system}</>;
  if (actorName === null) return <>{words.gone}</>;
  return (
    <Anchor component={Link} inherit fw={600} underline="always" href={`/konten/${actorId}`}>
      {actorName}
    </Anchor>
  );
}

/** Where an object's own page is; others have none. */
const PAGES: Readonly<Record<string, string>> = { account: '/konten', institution: '/einrichtungen' };

/** Leads to the object as long as it is there. */
function Sentence({ entry, children }: { entry: TrailEntry; children: string }) {
  const { objectType, objectId, objectName } = entry;
  const page = PAGES[objectType];
  if (page === undefined || objectName === null || !children.includes(objectName)) return <>{children}</>;
  const [before, ...after] = children.split(objectName);
  return (
    <>
      {before}
      <Anchor component={Link} inherit underline="always" href={`${page}/${objectId}`}>
        {objectName}
      </Anchor>
      {after.join(objectName)}
    </>
  );
}
