import type { Icon } from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Role } from '../api/types';
import { network } from '../device/network';
import { PageWithoutNetwork } from './page-without-network';

/** A page whose code comes when it is opened, or when it is asked for before. */
type LazyPage = LazyExoticComponent<ComponentType> & { preload: () => Promise<unknown> };

export interface AppRoute {
  /** Pattern of the address. */
  path: string;
  component: LazyPage;
  /** Who may open the page; the server decides about the data again. */
  roles: readonly Role[] | 'everyone' | 'signed-in';
  /** Entry in the navigation; the first one a person may open is their start page. */
  nav?: {
    label: string;
    icon: Icon;
    /** In the bar of a phone, where the label would not fit. */
    short?: string;
  };
  /** For a device of one's own: what is typed or opened there must not stay on a tablet that a house shares. */
  ownDevice?: true;
  /** On a phone or tablet without the application's head and navigation: the page needs the room and leads back by itself. */
  wholeScreen?: true;
}

/** Loads the code of a page when it is opened for the first time; without a network one that says so. */
export function page(load: () => Promise<ComponentType>): LazyPage {
  let loading: Promise<{ default: ComponentType }> | undefined;
  const preload = () =>
    (loading ??= load()
      .catch(unlessOffline)
      .then((component) => ({ default: component })));
  return Object.assign(lazy(preload), { preload });
}

/** @throws what was caught, if it is not for want of a network */
async function unlessOffline(error: unknown): Promise<ComponentType> {
  if (await network.check()) throw error;
  return PageWithoutNetwork;
}
