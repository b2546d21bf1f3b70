import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useContext } from 'react';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announceProblem } from '../../ui/announce';
import { Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import { SessionContext } from '../session/session';
import { machineFile, readableFile, sealedFile } from './entry-files';
import { dayOf } from './probable-day';

const words = texts.waiting.files;

/** What has not arrived as files: one's own to read and for programs, everything else as it is, sealed. */
export function FilesPanel() {
  const { entries, foreign } = useOutbox();
  const session = useContext(SessionContext);
  if (entries.length + foreign.count === 0) return null;
  return (
    <Panel title={words.title}>
      <Stack gap="sm">
        <Text>{words.intro}</Text>
        <Group gap="sm">
          {session && entries.length > 0 && (
            <>
              <Save
                label={words.readable}
                onSave={() =>
                  save('eintraege', 'txt', readableFile(entries, session.account.name, Date.now()))
                }
              />
              <Save
                label={words.machine}
                onSave={() => save('eintraege', 'json', machineFile(entries, session.account.id, Date.now()))}
              />
            </>
          )}
          {foreign.count > 0 && <Save label={words.sealed} onSave={saveSealed} />}
        </Group>
        <Text size="sm" c="dimmed">
          {[
            ...(entries.length > 0 ? [words.hint] : []),
            ...(foreign.count > 0 ? [words.sealedHint] : []),
          ].join(' ')}
        </Text>
      </Stack>
    </Panel>
  );
}

function Save({ label, onSave }: { label: string; onSave: () => void }) {
  return (
    <Button variant="default" leftSection={<IconDownload size={20} aria-hidden />} onClick={onSave}>
      {label}
    </Button>
  );
}

const TYPES = { txt: 'text/plain;charset=utf-8', json: 'application/json' } as const;

function save(what: string, ending: keyof typeof TYPES, content: string): void {
  const name = `${words.name(what, dayOf(Date.now()))}.${ending}`;
  saveFile(new Blob([content], { type: TYPES[ending] }), name);
}

function saveSealed(): void {
  outbox
    .sealedRows()
    .then((rows) => save('versiegelt', 'json', sealedFile(rows, Date.now())))
    .catch(announceProblem);
}
