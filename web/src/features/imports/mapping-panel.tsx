import { Alert, Button, Collapse, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { FormProblem } from '../../ui/server-form';
import { useAddress } from '../../ui/use-address';
import { optionsFor } from './mapping';
import { useMapping } from './use-mapping';

const words = texts.imports.mapping;
const PARAM = 'spalten';

/** How the file's columns are read; to be changed by hand. */
export function MappingPanel({ stored }: { stored: Import }) {
  const address = useAddress();
  const state = useMapping(stored);
  const must = stored.missingFields.length > 0 || state.changed;
  const open = must || address.get(PARAM) === 'offen';
  const Chevron = open ? IconChevronUp : IconChevronDown;
  const toggle = () => address.set({ [PARAM]: open ? null : 'offen' }, { replace: true });
  return (
    <Panel title={words.title}>
      <Stack gap="md" align="stretch">
        <Summary stored={stored} />
        {!must && (
          <Group>
            <Button
              variant="subtle"
              px={12}
              ml={-12}
              aria-expanded={open}
              rightSection={<Chevron size={18} aria-hidden />}
              onClick={toggle}
            >
              {open ? words.hide : words.show}
            </Button>
          </Group>
        )}
        <Collapse expanded={open}>{open && <MappingForm stored={stored} state={state} />}</Collapse>
      </Stack>
    </Panel>
  );
}

function Summary({ stored: { columns, fields, missingFields } }: { stored: Import }) {
  const ignored = columns.filter(({ field }) => field === null).map(({ header }) => `„${header}“`);
  const count = formatInteger(columns.length);
  const found = formatInteger(columns.length - ignored.length);
  const missing = fields.filter(({ name }) => missingFields.includes(name)).map(({ header }) => header);
  return (
    <>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {ignored.length === 0 ? words.allFound(count) : words.someFound(found, count, ignored.join(', '))}
      </Text>
      {missing.length > 0 && (
        <Alert color="sonne" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {words.missing(missing.join(', '))}
        </Alert>
      )}
    </>
  );
}

interface MappingFormProps {
  stored: Import;
  state: ReturnType<typeof useMapping>;
}

function MappingForm({ stored, state }: MappingFormProps) {
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {words.requiredNote} {words.remembered}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {stored.columns.map(({ header, samples }, index) => (
          <NativeSelect
            key={header}
            size="md"
            label={words.columnLabel(header)}
            description={samples.length === 0 ? words.noSamples : words.samples(samples.join(' · '))}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            styles={{ description: { overflowWrap: 'anywhere' } }}
            data={optionsFor(state.mapping, String(index), stored)}
            value={state.mapping[String(index)] ?? ''}
            onChange={({ currentTarget }) => state.assign(String(index), currentTarget.value)}
          />
        ))}
      </SimpleGrid>
      {state.problem && <FormProblem problem={state.problem} />}
      <Group gap="sm">
        <Button loading={state.pending} disabled={!state.changed} onClick={state.save}>
          {words.save}
        </Button>
        {state.changed && (
          <Button variant="subtle" onClick={state.discard}>
            {words.discard}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
