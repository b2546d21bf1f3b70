import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { CarryOverForm } from '../../features/groups/carry-over-form';
import { groupYearQuery } from '../../features/groups/queries';
import { institutionQuery } from '../../features/institutions/queries';
import { useSchoolYear } from '../../features/overview/school-year-select';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.groupYears.carryOver;

/** Takes a house's groups into another school year. */
export function CarryOverPage() {
  const { id } = useParams<{ id: string }>();
  const schoolYear = useSchoolYear();
  const institution = useQuery(institutionQuery(id));
  const year = useQuery({ ...groupYearQuery(id, schoolYear), refetchOnWindowFocus: false });
  const [, go] = useLocation();
  const leads = hasRole(useSession(), 'institution_lead');
  const back = leads ? `/gruppen?haus=${id}&jahr=${schoolYear}` : `/einrichtungen/${id}?jahr=${schoolYear}`;
  return (
    <div style={{ maxWidth: 720 }}>
      <BackLink href={back}>{words.back}</BackLink>
      <PageHeader
        title={words.title(formatSchoolYear(schoolYear))}
        intro={[institution.data?.name, words.intro(formatSchoolYear(schoolYear - 1))]
          .filter(Boolean)
          .join('. ')}
      />
      <QueryView query={year}>
        {(read) =>
          read.confirmedAt !== null ? (
            <Empty title={words.alreadyTitle}>{words.alreadyText}</Empty>
          ) : (
            <CarryOverForm key={`${id} ${schoolYear}`} year={read} onDone={() => go(back)} />
          )
        }
      </QueryView>
    </div>
  );
}
