import { Button, Group, Modal, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { District } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import type { RearrangeValues } from './rearrange-form';
import type { rearrangeDistrict } from './requests';

const words = texts.districtYears;

interface RearrangeQuestionProps {
  district: District;
  form: UseFormReturnType<RearrangeValues>;
  /** What would be done. */
  body: Parameters<typeof rearrangeDistrict>[1];
  send: (values: RearrangeValues) => Promise<void>;
}

/** Says once more what will happen, since no button takes it back. */
export function RearrangeQuestion({ district, form, body, send }: RearrangeQuestionProps) {
  const [asking, { open, close }] = useDisclosure(false);
  const { from, houses, newDistricts, archive } = body;
  const names = newDistricts.map(({ name }) => name.trim()).filter((name) => name !== '');
  return (
    <>
      <Group mt="xs">
        <Button size="lg" onClick={open}>
          {words.submit}
        </Button>
      </Group>
      <Modal opened={asking} onClose={close} title={words.question(district.name)}>
        <ServerForm
          form={form}
          send={send}
          submitLabel={words.submit}
          actions={
            <Button variant="default" size="lg" onClick={close}>
              {texts.common.cancel}
            </Button>
          }
        >
          <Text>{words.summary(houses.length, from === '' ? '…' : formatDate(from))}</Text>
          {names.length > 0 && <Text>{words.made(names.join(', '))}</Text>}
          {archive && <Text>{words.ends(district.name)}</Text>}
          <Text>{words.counts}</Text>
        </ServerForm>
      </Modal>
    </>
  );
}
