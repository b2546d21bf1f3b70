import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { BasicFields } from './basic-fields';
import { FeatureFields } from './feature-fields';
import { FieldGrid, type InstitutionFieldsProps } from './field-grid';
import { PositionField } from './position-field';
import { SocialFields } from './social-fields';

const words = texts.institutions.form;

/** Everything about an institution, in the groups of its page. */
export function InstitutionFields({
  form,
  districtBefore,
}: InstitutionFieldsProps & { districtBefore: string | null }) {
  return (
    <Stack gap="md">
      <Panel title={words.basics}>
        <BasicFields form={form} districtBefore={districtBefore} />
      </Panel>
      <Panel title={words.address}>
        <AddressFields form={form} />
      </Panel>
      <Panel title={words.contact}>
        <ContactFields form={form} />
      </Panel>
      <Panel title={words.features}>
        <FeatureFields form={form} />
      </Panel>
      <Panel title={words.social}>
        <SocialFields form={form} />
      </Panel>
    </Stack>
  );
}

function AddressFields({ form }: InstitutionFieldsProps) {
  return (
    <FieldGrid>
      <TextInput label={words.street} autoComplete="off" {...form.getInputProps('street')} />
      <SimpleGrid cols={2}>
        <TextInput
          label={words.postalCode}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('postalCode')}
        />
        <TextInput label={words.city} autoComplete="off" {...form.getInputProps('city')} />
      </SimpleGrid>
      <PositionField form={form} />
    </FieldGrid>
  );
}

function ContactFields({ form }: InstitutionFieldsProps) {
  return (
    <FieldGrid>
      <TextInput label={words.contactName} autoComplete="off" {...form.getInputProps('contactName')} />
      <TextInput
        label={words.contactFunction}
        autoComplete="off"
        {...form.getInputProps('contactFunction')}
      />
      <TextInput label={words.phone} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
      <TextInput label={words.email} type="email" autoComplete="off" {...form.getInputProps('email')} />
    </FieldGrid>
  );
}
