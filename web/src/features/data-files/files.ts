import type { Role } from '../../api/types';
import type { Texts } from '../../texts/de';

/** A file by the end of its address, without its type. */
export type FileCode = keyof Texts['dataFiles']['files'];
export type SectionCode = keyof Texts['dataFiles']['sections'];

export interface DataFile {
  code: FileCode;
  /** Who may take it; the server decides again. */
  roles: readonly Role[];
  /** What of the page's filter it knows. */
  takes: readonly ('municipalityId' | 'schoolYear' | 'groupBy')[];
}

/** Who finds all files on one page; everybody else has them at the lists that they see. */
export const dataReaders = [
  'institution_lead',
  'coach',
  'coordinator',
  'programme_lead',
  'administrator',
] as const;

const CITY: readonly Role[] = ['coordinator', 'programme_lead'];
const KEEPERS: readonly Role[] = [...CITY, 'administrator'];
const ABOUT_HOUSES: readonly Role[] = ['institution_lead', 'coach', ...CITY];

const of = (
  code: FileCode,
  roles: readonly Role[],
  takes: DataFile['takes'] = ['municipalityId', 'schoolYear'],
): DataFile => ({ code, roles, takes });
const report = (code: FileCode): DataFile => of(code, CITY, ['municipalityId', 'schoolYear', 'groupBy']);

/** Every file, in the order of the page. */
export const DATA_FILES: Record<SectionCode, readonly DataFile[]> = {
  houses: [
    of('institutions', KEEPERS),
    of('groups', dataReaders),
    of('group-years', KEEPERS),
    of('closing-days', dataReaders),
  ],
  programme: [
    of('activities', ABOUT_HOUSES),
    of('bookings', ABOUT_HOUSES),
    of('coach-contacts', ABOUT_HOUSES),
    of('modules', dataReaders, []),
  ],
  training: [
    of('trainings', dataReaders),
    of('attendance', ['institution_lead', ...CITY]),
    of('trained-staff', CITY),
  ],
  figures: [
    of('completeness', CITY),
    report('reports/headline'),
    report('reports/reach'),
    report('reports/dose'),
    report('reports/adoption'),
    report('reports/fidelity'),
    report('reports/training'),
    report('reports/coaching'),
    report('reports/reporting-rate'),
    report('reports/maintenance'),
    of('motor-skills', CITY, []),
  ],
  city: [
    of('targets', KEEPERS),
    of('districts', KEEPERS, ['municipalityId']),
    of('school-holidays', dataReaders, ['schoolYear']),
  ],
  tests: [
    of('assessments-wide', ['institution_lead', 'coach'], ['schoolYear']),
    of('assessments-long', ['institution_lead', 'coach'], ['schoolYear']),
  ],
  people: [
    of('staff', ['institution_lead', 'coordinator'], ['municipalityId']),
    of('accounts', ['institution_lead', 'coordinator', 'administrator'], []),
    of('certificates', ['institution_lead', 'coordinator'], []),
    of('mails', ['coordinator'], ['municipalityId']),
    of('audit-events', ['administrator'], []),
  ],
};
