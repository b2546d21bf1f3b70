import { useMediaQuery } from '@mantine/hooks';

/** Narrower than 62em (992 px): navigation at the bottom, tables as cards. The same limit stands in shell.module.css. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false });
}
