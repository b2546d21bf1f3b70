import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';
import { hasRole, useSession } from '../session/session';
import { mainParams, moreParams } from './overview-filter';

const words = texts.overview.empty;

interface NoHousesProps {
  title: string;
  /** What fills the page. */
  children: ReactNode;
  /** Where whoever may do it begins; by adding institutions unless said otherwise. */
  way?: { label: string; path: string };
}

const ADD = { label: words.action, path: '/einrichtungen/neu' };

/** A new city, which says what to do; or filters that nothing fits, with the way back. */
export function NoHouses({ title, children, way = ADD }: NoHousesProps) {
  const address = useAddress();
  const mayAdd = hasRole(useSession(), 'coordinator', 'administrator');
  const filters = [...mainParams, ...moreParams];
  if (filters.some((name) => address.get(name))) {
    const reset = () => address.set(Object.fromEntries(filters.map((name) => [name, null])));
    return (
      <Empty
        title={words.filteredTitle}
        action={
          <Button variant="default" onClick={reset}>
            {texts.common.resetFilters}
          </Button>
        }
      >
        {words.filteredText}
      </Empty>
    );
  }
  return (
    <Empty
      title={title}
      action={
        mayAdd && (
          <Button component={Link} href={way.path}>
            {way.label}
          </Button>
        )
      }
    >
      {children}
    </Empty>
  );
}
