import { NativeSelect, Progress, Stack, Text } from '@mantine/core';
import type { Municipality } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { FormProblem } from '../../ui/server-form';
import { useAddress } from '../../ui/use-address';
import { cityParams } from '../institutions/city-filter';
import { DropArea } from './drop-area';
import type { ImportKind } from './queries';
import { type Sending, useUpload } from './use-upload';

const words = texts.imports.upload;

interface UploadPanelProps {
  kind: ImportKind;
  /** Where the person may read files in. */
  municipalities: readonly Municipality[];
}

/** Choose a file; its preview opens by itself. */
export function UploadPanel({ kind, municipalities }: UploadPanelProps) {
  const chosen = useAddress().get(cityParams.municipality);
  const [first, ...others] = municipalities;
  const only = others.length === 0 ? first?.id : undefined;
  const municipalityId = municipalities.find(({ id }) => id === chosen)?.id ?? only ?? '';
  const { sending, problem, send } = useUpload(kind, municipalityId);
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        {others.length > 0 && <MunicipalitySelect municipalities={municipalities} value={municipalityId} />}
        {sending ? <SendingView {...sending} /> : <DropArea disabled={municipalityId === ''} onFile={send} />}
        {problem && <FormProblem problem={problem} />}
        <div>
          <Text fw={600}>{words.excelTitle}</Text>
          <Text size="sm">{words.excel}</Text>
        </div>
      </Stack>
    </Panel>
  );
}

interface MunicipalitySelectProps {
  municipalities: readonly Municipality[];
  value: string;
}

function MunicipalitySelect({ municipalities, value }: MunicipalitySelectProps) {
  const address = useAddress();
  return (
    <NativeSelect
      label={words.municipality}
      size="md"
      maw={400}
      data={[
        { value: '', label: words.chooseMunicipality },
        ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value}
      onChange={({ currentTarget }) => address.set({ [cityParams.municipality]: currentTarget.value })}
    />
  );
}

function SendingView({ name, share }: Sending) {
  return (
    <Stack gap="xs" py="lg" role="status">
      <Text style={{ overflowWrap: 'anywhere' }}>
        {share < 1 ? words.sending(name) : words.judging(name)}
      </Text>
      <Progress
        value={share * 100}
        animated={share === 1}
        striped={share === 1}
        size="lg"
        aria-label={words.progress}
      />
    </Stack>
  );
}
