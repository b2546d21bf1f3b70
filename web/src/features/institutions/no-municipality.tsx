import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { hasRole, useSession } from '../session/session';

const { form: words } = texts.institutions;

/** Institutions need a municipality first; leads to where an administrator makes one. */
export function NoMunicipality() {
  const mayAdd = hasRole(useSession(), 'administrator');
  return (
    <Empty
      title={words.noMunicipalityTitle}
      action={
        mayAdd && (
          <Button component={Link} href="/verwaltung">
            {words.toMunicipalities}
          </Button>
        )
      }
    >
      {words.noMunicipalityText}
    </Empty>
  );
}
