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
export function useRights({ id, municipalityId }: Institution) {
  const session = useSession();
  const governs = useGoverns(municipalityId);
  const leads = session.roles.some((own) => own.role === 'institution_lead' && own.institutionId === id);
  return {
    /** Change master data and participation, archive. */
    edit: governs,
    /** Keep the groups and the closing days. */
    editGroups: governs || leads,
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
