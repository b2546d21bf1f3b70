import type { Role } from '../../access/roles.js';

/** Who may ask for what was measured of children: the staff of a house and its coach. Which houses is row-level security's business. */
export const READERS: readonly Role[] = ['educator', 'institution_lead', 'coach'];
