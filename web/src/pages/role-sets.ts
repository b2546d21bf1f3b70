/** Roles that open pages together. */
export const educators = ['educator', 'institution_lead'] as const;
export const leads = ['institution_lead'] as const;
export const inviters = ['institution_lead', 'coordinator', 'administrator'] as const;
export const overviewers = ['coordinator', 'programme_lead'] as const;
export const cityPeople = ['coach', 'coordinator', 'programme_lead', 'administrator'] as const;
/** They see which modules houses chose. */
export const programmePeople = [
  'educator',
  'institution_lead',
  'coach',
  'coordinator',
  'programme_lead',
] as const;
/** They keep institutions and districts. */
export const keepers = ['coordinator', 'administrator'] as const;
/** They keep groups. */
export const groupKeepers = ['institution_lead', ...keepers] as const;
