import { Button, Modal, Stack } from '@mantine/core';
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Enrolment, Tablet } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { EnrolmentCode } from './enrolment-code';
import { tabletsQuery } from './queries';
import { TabletCard } from './tablet-card';
import { TabletForm, type TabletValues } from './tablet-form';

const words = texts.tablets;

/** What the dialog shows: the form for a new one, or the code of one. */
type Open = { form: true } | { tablet: Tablet; enrolment: Enrolment } | null;

/** The house's tablets, and a new one. */
export function TabletsPanel({ institutionId }: { institutionId: string }) {
  const tablets = useQuery(tabletsQuery(institutionId));
  const [open, setOpen] = useState<Open>(null);
  const showCode = async (tablet: Tablet) => setOpen({ tablet, enrolment: await newCodeOf(tablet) });
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen({ form: true })}>
      {words.add}
    </Button>
  );
  return (
    <Panel title={words.list} action={tablets.data?.length ? add : undefined}>
      <QueryView query={tablets}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={words.emptyTitle} action={add} icon={<IconDeviceTablet size={30} stroke={1.6} />}>
              {words.empty}
            </Empty>
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((tablet) => (
                <TabletCard key={tablet.id} tablet={tablet} onNewCode={showCode} />
              ))}
            </Stack>
          )
        }
      </QueryView>
      <TabletDialog institutionId={institutionId} open={open} onOpen={setOpen} showCode={showCode} />
    </Panel>
  );
}

interface TabletDialogProps {
  institutionId: string;
  open: Open;
  onOpen: (open: Open) => void;
  showCode: (tablet: Tablet) => Promise<void>;
}

function TabletDialog({ institutionId, open, onOpen, showCode }: TabletDialogProps) {
  const queries = useQueryClient();
  const close = () => onOpen(null);
  const create = async (values: TabletValues) => {
    const body = { id: newId(), institutionId, ...values };
    const { enrolment, ...tablet } = await unwrap(api.POST('/api/tablets', { body }));
    await queries.invalidateQueries(tabletsQuery(institutionId));
    onOpen({ tablet, enrolment: enrolment ?? (await newCodeOf(tablet)) });
  };
  const code = open !== null && 'tablet' in open ? open : null;
  return (
    <Modal
      opened={open !== null}
      onClose={close}
      size="lg"
      title={code ? words.code.title(code.tablet.name) : words.form.title}
    >
      {code ? (
        <EnrolmentCode {...code} onAgain={() => showCode(code.tablet)} onDone={close} />
      ) : (
        <TabletForm send={create} submitLabel={words.form.submit} onCancel={close} />
      )}
    </Modal>
  );
}

function newCodeOf({ id }: Tablet): Promise<Enrolment> {
  return unwrap(api.POST('/api/tablets/{id}/enrolment', { params: { path: { id } } }));
}
