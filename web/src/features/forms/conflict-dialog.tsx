import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import type { Conflict } from './conflict';
import type { VersionedSubmit } from './use-versioned-submit';

const words = texts.institutions.conflict;

interface ConflictDialogProps<Values> extends Pick<
  VersionedSubmit<Values>,
  'conflict' | 'resolve' | 'dismiss'
> {
  /** The name of each field on the screen. */
  labels: Readonly<Record<keyof Values & string, string>>;
  /** A value in words. */
  describe: (field: keyof Values & string, values: Values) => string;
  /** The way back, where there is no form to go back to. */
  backLabel?: string;
}

/** Shows what the person typed beside what someone else stored meanwhile; they choose, field by field. */
export function ConflictDialog<Values>({ conflict, ...props }: ConflictDialogProps<Values>) {
  return (
    <Modal opened={conflict !== null} onClose={props.dismiss} title={words.title} size="lg">
      {conflict && <Choices conflict={conflict} {...props} />}
    </Modal>
  );
}

interface ChoicesProps<Values> extends Omit<ConflictDialogProps<Values>, 'conflict'> {
  conflict: Conflict<Values>;
}

function Choices<Values>(props: ChoicesProps<Values>) {
  const { conflict, labels, describe, backLabel = words.back, resolve, dismiss } = props;
  const [stored, setStored] = useState<ReadonlySet<string>>(conflict.untouched);
  const choose = (field: string, which: 'mine' | 'stored') => {
    const next = new Set(stored);
    if (which === 'stored') next.add(field);
    else next.delete(field);
    setStored(next);
  };
  const inWords = (field: keyof Values & string, values: Values) => describe(field, values) || words.empty;
  return (
    <Stack gap="lg">
      <Text>{conflict.fields.length > 0 ? words.text : words.same}</Text>
      {conflict.fields.map((field) => (
        <ChoiceGroup
          key={field}
          legend={labels[field]}
          field={field}
          size="large"
          value={stored.has(field) ? 'stored' : 'mine'}
          onChange={(which) => choose(field, which)}
          choices={[
            { value: 'mine', label: inWords(field, conflict.mine), hint: words.mine },
            { value: 'stored', label: inWords(field, conflict.stored), hint: words.stored },
          ]}
        />
      ))}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={dismiss}>
          {backLabel}
        </Button>
        <Button onClick={() => resolve(conflict.fields.filter((field) => stored.has(field)))}>
          {words.apply}
        </Button>
      </Group>
    </Stack>
  );
}
