import type { Institution } from '../../api/types';
import { hasRole, useSession } from '../session/session';

/** May the person keep the records of this municipality? The server decides again. */
export function useGoverns(municipalityId: string): boolean {
  const session = useSession();
  return (
    hasRole(session, 'administrator') ||
    session.roles.some((own) => own.role === 'coordinator' && own.municipalityId === municipalityId)
  );
}

/** What the person may do with an institution. */
export function useRights({ id, municipalityId, participation }: Institution) {
  const session = useSession();
  const governs = useGoverns(municipalityId);
  const coaches =
    participation !== null &&
    session.roles.some(({ role }) => role === 'coach') &&
    participation.coach?.id === session.account.id;
  const coordinates = session.roles.some(
    (own) => own.role === 'coordinator' && own.municipalityId === municipalityId,
  );
  const leads = session.roles.some((own) => own.role === 'institution_lead' && own.institutionId === id);
  return {
    /** Change master data and participation, archive. */
    edit: governs,
    /** Keep the groups and the closing days. */
    editGroups: governs || leads,
    /** Enter contacts and the box of material. */
    advise: coaches || coordinates,
    /** See how the house is advised. */
    readAdvice: leads || hasRole(session, 'coach', 'coordinator', 'programme_lead'),
    /** Administrators keep records but do not look into the work. */
    readActivities: hasRole(
      session,
      'educator',
      'institution_lead',
      'coach',
      'coordinator',
      'programme_lead',
    ),
    /** Open the list of activities of many institutions. */
    readAllActivities: hasRole(session, 'coach', 'coordinator', 'programme_lead'),
  };
}
