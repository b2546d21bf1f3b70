import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../../texts/de';
import type { InstitutionFieldsProps } from './field-grid';
import { positionIn, positionText } from './position';

const words = texts.institutions.form;

const comma = (value: number): string => String(value).replace('.', ',');

/** Latitude and longitude in one field, as they are copied from a map; says how it was understood. */
export function PositionField({ form }: InstitutionFieldsProps) {
  const { latitude, longitude } = form.values;
  const [typed, setTyped] = useState<string | null>(null);
  const unclear = typed !== null && typed.trim() !== '' && positionIn(typed) === null;
  const read = (text: string) => {
    setTyped(text);
    form.setValues(positionIn(text) ?? { latitude: null, longitude: null });
  };
  const understood =
    typed !== null && latitude !== null && longitude !== null
      ? words.positionRead(comma(latitude), comma(longitude))
      : words.positionHint;
  return (
    <TextInput
      label={words.position}
      description={understood}
      autoComplete="off"
      data-path="latitude"
      value={typed ?? positionText({ latitude, longitude })}
      onChange={({ currentTarget }) => read(currentTarget.value)}
      error={unclear ? words.positionUnclear : (form.errors['latitude'] ?? form.errors['longitude'])}
    />
  );
}
