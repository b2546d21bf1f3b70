import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { cityParams } from '../../features/institutions/city-filter';
import { InstitutionForm } from '../../features/institutions/institution-form';
import { emptyInstitution } from '../../features/institutions/institution-values';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const { form: words, detail } = texts.institutions;

/** A new Kita or school, taking part or not. */
export function NewInstitutionPage() {
  const municipalities = useOwnMunicipalities();
  const { get } = useAddress();
  return (
    <div>
      <BackLink href="/einrichtungen">{detail.backToList}</BackLink>
      <PageHeader title={words.newTitle} />
      <QueryView query={municipalities}>
        {([first, ...others]) => {
          if (!first) return <NoMunicipality />;
          const only = others.length === 0 ? first.id : '';
          return (
            <InstitutionForm
              draftKey="institution:new"
              initial={emptyInstitution(get(cityParams.municipality) ?? only)}
            />
          );
        }}
      </QueryView>
    </div>
  );
}

function NoMunicipality() {
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
