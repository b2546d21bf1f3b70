import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { InstitutionForm } from '../../features/institutions/institution-form';
import { InstitutionView } from '../../features/institutions/institution-view';
import { institutionValues } from '../../features/institutions/institution-values';
import { institutionQuery } from '../../features/institutions/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';

const words = texts.institutions.form;

/** Change the master data of an institution. */
export function EditInstitutionPage() {
  const { id } = useParams<{ id: string }>();
  const institution = useQuery(institutionQuery(id));
  return (
    <div>
      <BackLink href={`/einrichtungen/${id}`}>{words.backToDetail}</BackLink>
      <PageHeader title={institution.data ? words.editTitle(institution.data.name) : texts.common.edit} />
      <InstitutionView query={institution}>
        {(stored) => (
          <InstitutionForm draftKey={`institution:${stored.id}`} initial={institutionValues(stored)} />
        )}
      </InstitutionView>
    </div>
  );
}
