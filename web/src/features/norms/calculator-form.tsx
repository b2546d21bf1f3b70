import { Button, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { NormItem, NormSet } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { useAddress } from '../../ui/use-address';
import { NumberField } from '../forms/number-field';
import { unitWord } from './numbers';
import { MONTHS, params, type useQuestion } from './use-question';

const words = texts.calculator;
interface CalculatorFormProps extends Omit<ReturnType<typeof useQuestion>, 'question' | 'set' | 'item'> {
  sets: readonly NormSet[];
  set: NormSet;
  item: NormItem;
}

/** The question to the norms; it lives in the address once it is asked. */
export function CalculatorForm({ sets, set, item, sex, ...asked }: CalculatorFormProps) {
  const address = useAddress();
  const [years, setYears] = useState(asked.years);
  const [months, setMonths] = useState(asked.months);
  const [raw, setRaw] = useState(asked.raw);
  const [tried, setTried] = useState(false);
  const ask = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (years === null || raw === null) return;
    const numbers = { [params.years]: years, [params.months]: months ?? 0, [params.raw]: raw };
    address.set({
      ...{ [params.set]: set.id, [params.item]: item.itemCode, [params.sex]: sex },
      ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    });
  };
  const missing = (value: number | null) => (tried && value === null ? words.missing : undefined);
  const choose = (name: string, value: string) => address.set({ [name]: value }, { replace: true });
  return (
    <Panel title={words.form}>
      <form onSubmit={ask} noValidate>
        <Stack gap="md">
          <NativeSelect
            label={words.set}
            size="md"
            data={sets.map(({ id, title, version }) => ({
              value: id,
              label: `${title}, ${texts.batteries.version(version)}`,
            }))}
            value={set.id}
            onChange={({ currentTarget }) => choose(params.set, currentTarget.value)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              label={words.task}
              size="md"
              data={set.items.map(({ itemCode, itemTitle }) => ({ value: itemCode, label: itemTitle }))}
              value={item.itemCode}
              onChange={({ currentTarget }) => choose(params.item, currentTarget.value)}
            />
            <NativeSelect
              label={words.sex}
              size="md"
              data={(['female', 'male'] as const).map((value) => ({
                value,
                label: texts.norms.oneSex[value],
              }))}
              value={sex}
              onChange={({ currentTarget }) => choose(params.sex, currentTarget.value)}
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 2, xs: 3 }}>
            <NumberField label={words.years} value={years} onChange={setYears} error={missing(years)} />
            <NumberField label={words.months} value={months} onChange={setMonths} max={MONTHS - 1} />
            <NumberField
              label={words.value(unitWord(item.unit))}
              value={raw}
              onChange={setRaw}
              error={missing(raw)}
              allowDecimal
              allowNegative
              decimalSeparator=","
              allowedDecimalSeparators={[',', '.']}
            />
          </SimpleGrid>
          <Button type="submit" size="lg">
            {words.calculate}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
