import { Button, Collapse, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconFilter, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { texts } from '../texts/de';
import { useAddress } from './use-address';
import { useIsPhone } from './use-is-phone';

interface FilterBarProps {
  /** The parameters of the address that the filters in here set. */
  params: readonly string[];
  children: ReactNode;
  /** Filters needed less often: folded away on wide screens until one of them is set. */
  more?: { params: readonly string[]; filters: ReactNode };
}

/** Filters beside each other on wide screens, folded behind a button on a phone. */
export function FilterBar({ params, children, more }: FilterBarProps) {
  const address = useAddress();
  const isPhone = useIsPhone();
  const [open, { toggle }] = useDisclosure(false);
  const all = [...params, ...(more?.params ?? [])];
  const active = all.filter((name) => address.get(name)).length;
  const reset = () => address.set(Object.fromEntries(all.map((name) => [name, null])));
  return (
    <div role="search" aria-label={texts.common.filter} className="no-print">
      {isPhone && (
        <Group mb="sm" gap="sm">
          <Button
            variant="default"
            leftSection={<IconFilter size={18} aria-hidden />}
            aria-expanded={open}
            onClick={toggle}
          >
            {texts.common.filterCount(active)}
          </Button>
          {active > 0 && <ResetButton onClick={reset} />}
        </Group>
      )}
      {isPhone ? (
        <Collapse expanded={open}>
          <FilterGrid>
            {children}
            {more?.filters}
          </FilterGrid>
        </Collapse>
      ) : (
        // Not in the Collapse: a window made wider would open it slowly, to the height of the narrow layout.
        <>
          <FilterGrid>{children}</FilterGrid>
          <MoreFilters more={more}>{active > 0 && <ResetButton onClick={reset} />}</MoreFilters>
        </>
      )}
    </div>
  );
}

function FilterGrid({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm" mb="sm">
      {children}
    </SimpleGrid>
  );
}

function MoreFilters({ more, children }: { more: FilterBarProps['more']; children: ReactNode }) {
  const address = useAddress();
  const active = more?.params.filter((name) => address.get(name)).length ?? 0;
  const [open, { toggle }] = useDisclosure(active > 0);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <>
      {more && open && <FilterGrid>{more.filters}</FilterGrid>}
      <Group gap="xs" mb="md" ml={-12}>
        {more && (
          <Button
            variant="subtle"
            size="sm"
            px={12}
            aria-expanded={open}
            rightSection={<Chevron size={18} aria-hidden />}
            onClick={toggle}
          >
            {texts.common.moreFilters(active)}
          </Button>
        )}
        {children}
      </Group>
    </>
  );
}

function ResetButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="subtle" onClick={onClick}>
      {texts.common.resetFilters}
    </Button>
  );
}

interface AddressSelectProps {
  label: string;
  /** Parameter of the address. */
  param: string;
  options: readonly { value: string; label: string }[];
  /** Label of "no filter"; without it one of the options is always chosen (`fallback`). */
  all?: string;
  fallback?: string;
  /** Parameters that mean nothing any more after a change of this one. */
  clears?: readonly string[];
}

/** A choice bound to a parameter of the address. */
export function AddressSelect({
  label,
  param,
  options,
  all,
  fallback = '',
  clears = [],
}: AddressSelectProps) {
  const address = useAddress();
  return (
    <NativeSelect
      label={label}
      size="md"
      data={all === undefined ? [...options] : [{ value: '', label: all }, ...options]}
      value={address.get(param) ?? fallback}
      onChange={({ currentTarget }) =>
        address.set({
          ...Object.fromEntries(clears.map((name) => [name, null])),
          [param]: currentTarget.value,
        })
      }
    />
  );
}

interface AddressSearchProps {
  label: string;
  param: string;
  placeholder?: string;
}

const TYPING_PAUSE = 300;

/** A search field bound to a parameter of the address; written after a short pause in typing. */
export function AddressSearch({ label, param, placeholder }: AddressSearchProps) {
  const address = useAddress();
  const inAddress = address.get(param) ?? '';
  const [typed, setTyped] = useState({ text: inAddress, for: inAddress });
  const write = useDebouncedCallback((text: string) => {
    setTyped({ text, for: text.trim() });
    address.set({ [param]: text.trim() }, { replace: true });
  }, TYPING_PAUSE);
  // Back and "reset" change the address behind the field's back: then the address wins.
  const text = typed.for === inAddress ? typed.text : inAddress;
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setTyped({ text: currentTarget.value, for: inAddress });
        write(currentTarget.value);
      }}
    />
  );
}

/** A date bound to a parameter of the address. */
export function AddressDate({ label, param }: { label: string; param: string }) {
  const address = useAddress();
  return (
    <TextInput
      type="date"
      label={label}
      value={address.get(param) ?? ''}
      onChange={({ currentTarget }) => address.set({ [param]: currentTarget.value })}
    />
  );
}
