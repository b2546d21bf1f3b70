import { cityParams } from '../../features/institutions/city-filter';
import { InstitutionForm } from '../../features/institutions/institution-form';
import { emptyInstitution } from '../../features/institutions/institution-values';
import { NoMunicipality } from '../../features/institutions/no-municipality';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
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
