import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { Panel } from '../../ui/panel';
import { ServerForm } from '../../ui/server-form';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { createNormSet, normSetsKey } from './queries';

const words = texts.normImport;

interface Values {
  id: string;
  code: string;
  title: string;
  source: string;
  population: string;
  years: string;
  licence: string;
  derived: boolean;
  note: string;
}

const EMPTY = { code: '', title: '', source: '', population: '', years: '', licence: '', note: '' };
const needed = (value: string) => (value.trim() === '' ? words.missing : null);

/** What there is to say about a file of norms before it is taken. */
export function NormSetForm({ csv }: { csv: string }) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { form, restored, discard, forget } = useDraftForm<Values>(
    'norm-set:new',
    { id: newId(), ...EMPTY, derived: false },
    { code: needed, title: needed, source: needed, population: needed, licence: needed },
  );
  const send = async ({ years, note, code, ...all }: Values) => {
    const set = await createNormSet({
      ...all,
      ...{ code: code.trim().toUpperCase(), years: years || null, note: note || null, csv },
    });
    forget();
    await queries.invalidateQueries({ queryKey: normSetsKey });
    announce(words.taken(set.title));
    navigate(`/normtabellen/${set.id}`);
  };
  return (
    <Panel title={words.about}>
      <ServerForm form={form} send={send} submitLabel={words.take}>
        <DraftNote restored={restored} discard={discard} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={words.code}
            description={words.codeHint}
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('code')}
          />
          <TextInput label={words.name} maxLength={120} autoComplete="off" {...form.getInputProps('title')} />
          <TextInput
            label={words.population}
            description={words.populationHint}
            maxLength={500}
            {...form.getInputProps('population')}
          />
          <TextInput label={words.years} maxLength={60} {...form.getInputProps('years')} />
        </SimpleGrid>
        <Textarea
          label={words.source}
          description={words.sourceHint}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('source')}
        />
        <TextInput
          label={words.licence}
          description={words.licenceHint}
          maxLength={500}
          {...form.getInputProps('licence')}
        />
        <Textarea label={words.note} autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
        <Checkbox label={words.derived} {...form.getInputProps('derived', { type: 'checkbox' })} />
      </ServerForm>
    </Panel>
  );
}
