import type { Role } from '../access/roles.js';

interface SignIn {
  role: Role;
  name: string;
  email: string;
  /** What the role reaches: the example house, the city, or everything. */
  reach: 'house' | 'city' | 'all';
}

/** The six people of the demo who can sign in, one for each role; educator and lead work in the same house. */
export const SIGN_INS: readonly SignIn[] = [
  { role: 'educator', name: 'Mira Sommerwind', email: 'fachkraft@demo.invalid', reach: 'house' },
  { role: 'institution_lead', name: 'Hanne Birkenlicht', email: 'leitung@demo.invalid', reach: 'house' },
  { role: 'coach', name: 'Deniz Federsprung', email: 'coach@demo.invalid', reach: 'city' },
  { role: 'coordinator', name: 'Katrin Wiesenklang', email: 'koordination@demo.invalid', reach: 'city' },
  { role: 'programme_lead', name: 'Jonas Sternau', email: 'programm@demo.invalid', reach: 'all' },
  { role: 'administrator', name: 'Ayla Silberbach', email: 'admin@demo.invalid', reach: 'all' },
];
