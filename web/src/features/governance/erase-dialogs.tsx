import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { DialogButton } from '../../ui/dialog-button';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from '../security/cancel-button';
import { OwnPasswordField } from '../security/own-password-field';
import { ErasurePreview } from './erasure-preview';
import { accountErasureQuery, staffErasureQuery } from './queries';

const words = texts.governance;

interface Subject {
  id: string;
  name: string;
}
interface EraseValues {
  password: string;
  staffRecord: boolean;
}

/** Erases an account for good, with the record of the staff if wished; shows before what that means. */
export function EraseAccountButton({ person, onGone }: { person: Subject; onGone: () => unknown }) {
  const { id, name } = person;
  const erase = (body: EraseValues) =>
    unwrap(api.POST('/api/accounts/{id}/erasure', { params: { path: { id } }, body }));
  return (
    <DialogButton
      label={words.erase}
      ariaLabel={words.eraseLabel(name)}
      title={words.eraseTitle(name)}
      variant="subtle"
    >
      {(close) => (
        <AccountErasure id={id} erase={erase} onDone={done(name, close, onGone)} onCancel={close} />
      )}
    </DialogButton>
  );
}

interface StaffButtonProps {
  member: Subject;
  onGone: () => unknown;
  look?: { size: 'compact-sm'; mih: number };
}

/** Erases the record of somebody of the staff for good. */
export function EraseStaffButton({ member: { id, name }, onGone, look }: StaffButtonProps) {
  const erase = ({ password }: EraseValues) =>
    unwrap(api.POST('/api/staff-members/{id}/erasure', { params: { path: { id } }, body: { password } }));
  return (
    <DialogButton
      label={words.erase}
      ariaLabel={words.eraseLabel(name)}
      title={words.eraseTitle(name)}
      variant="subtle"
      {...look}
    >
      {(close) => <StaffErasure id={id} erase={erase} onDone={done(name, close, onGone)} onCancel={close} />}
    </DialogButton>
  );
}

/** The file with everything that is stored of somebody, to be given to them. */
export function InformationButton({
  href,
  name,
  look,
}: {
  href: string;
  name: string;
  look?: StaffButtonProps['look'];
}) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="subtle"
      size="sm"
      aria-label={words.informationLabel(name)}
      {...look}
    >
      {words.information}
    </Button>
  );
}

interface ErasureProps {
  id: string;
  erase: (values: EraseValues) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

function AccountErasure({ id, ...rest }: ErasureProps) {
  return (
    <QueryView query={useQuery(accountErasureQuery(id))}>
      {(preview) => <EraseForm preview={preview} hasStaffRecord={preview.hasStaffRecord} {...rest} />}
    </QueryView>
  );
}

function StaffErasure({ id, ...rest }: ErasureProps) {
  return (
    <QueryView query={useQuery(staffErasureQuery(id))}>
      {(preview) => <EraseForm preview={preview} hasStaffRecord={false} {...rest} />}
    </QueryView>
  );
}

interface EraseFormProps extends Omit<ErasureProps, 'id'> {
  preview: components['schemas']['ErasurePreviewDto'];
  hasStaffRecord: boolean;
}

function EraseForm({ preview, hasStaffRecord, erase, onDone, onCancel }: EraseFormProps): ReactNode {
  const form = useForm<EraseValues>({
    mode: 'uncontrolled',
    initialValues: { password: '', staffRecord: hasStaffRecord },
  });
  const send = async (values: EraseValues) => {
    await erase(values);
    onDone();
  };
  return (
    <Stack gap="md">
      <ErasurePreview preview={preview} />
      <ServerForm
        form={form}
        send={send}
        submitLabel={words.erase}
        disabled={preview.obstacle !== null}
        actions={<CancelButton onClick={onCancel} />}
      >
        {hasStaffRecord && (
          <Checkbox
            label={words.staffRecord}
            description={words.staffRecordHint}
            key={form.key('staffRecord')}
            {...form.getInputProps('staffRecord', { type: 'checkbox' })}
          />
        )}
        <Text fw={600}>{words.final}</Text>
        <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
      </ServerForm>
    </Stack>
  );
}

function done(name: string, close: () => void, onGone: () => unknown): () => void {
  return () => {
    announce(words.gone(name));
    close();
    onGone();
  };
}
