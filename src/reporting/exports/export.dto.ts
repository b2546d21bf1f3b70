import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ListAccountsDto } from '../../access/accounts/account.dto.js';
import { ListActivitiesDto } from '../../activities/activity.dto.js';
import { ListSchoolHolidaysDto } from '../../institutions/calendar/school-holiday.dto.js';
import { ListGroupYearsDto } from '../../institutions/groups/group-year.dto.js';
import { CityFilterDto, ListInstitutionsDto } from '../../institutions/institution-query.dto.js';
import { ListTargetsDto } from '../../institutions/targets/target.dto.js';
import { ChoiceField, IdField, QueryFlag } from '../../kernel/validation/fields.js';
import { ListModuleBookingsDto } from '../../programme/bookings/module-booking.dto.js';
import { ListCoachContactsDto } from '../../programme/coach-contacts/coach-contact.dto.js';
import { ListModulesDto } from '../../programme/modules/module.dto.js';
import { ListCertificatesDto } from '../../training/certificates/certificate.dto.js';
import { ListStaffMembersDto } from '../../training/staff/staff-member.dto.js';
import { ListTrainingsDto } from '../../training/trainings/training.dto.js';
import { CompletenessQueryDto } from '../completeness/completeness.dto.js';
import { ListMailsDto } from '../mails/mail.dto.js';
import { CSV_FORMS, type CsvForm } from './csv-form.js';
import { type Show, SHOWS } from '../overview/overview-query.dto.js';

const FORM = { label: 'Form', of: CSV_FORMS, optional: true };

export class ExportInstitutionsDto extends IntersectionType(
  OmitType(ListInstitutionsDto, ['limit', 'cursor']),
  PickType(CityFilterDto, ['schoolYear']),
) {
  /** The institutions behind a number of the overview, instead of those of the list. */
  @ChoiceField({ label: 'Auswahl', of: SHOWS, optional: true })
  show?: Show;

  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField(FORM)
  form?: CsvForm;
}

/** Rows of houses: those of a school year; without one, all of them. */
export class ExportProgrammeDto extends OmitType(CityFilterDto, ['limit', 'cursor']) {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField(FORM)
  form?: CsvForm;
}

/** Tests of children: of one house, day or school year; without them, all that the person may see. */
export class ExportAssessmentsDto extends PickType(CityFilterDto, ['schoolYear']) {
  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  @IdField({ label: 'Testtag', optional: true })
  testDayId?: string;

  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField(FORM)
  form?: CsvForm;
}

export class ExportActivitiesDto extends OmitType(ListActivitiesDto, ['limit', 'cursor']) {
  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField(FORM)
  form?: CsvForm;
}

/** Files without filters of their own beyond the form. */
class FormDto {
  /** CSV: `people` (semicolon, decimal comma, German; the default) or `machine` (comma, decimal point, codes). An XLSX has one form. */
  @ChoiceField(FORM)
  form?: CsvForm;
}

const PAGING = ['limit', 'cursor'] as const;

export class ExportGroupsDto extends ExportProgrammeDto {
  /** Only the archived ones, or only the others; all if absent. */
  @QueryFlag({ label: 'Archiviert' })
  archived?: boolean;
}

/** Registrations with their sessions, also of a single training. */
export class ExportAttendanceDto extends ExportProgrammeDto {
  @IdField({ label: 'Fortbildung', optional: true })
  trainingId?: string;
}

export class ExportBookingsDto extends IntersectionType(OmitType(ListModuleBookingsDto, PAGING), FormDto) {}
export class ExportContactsDto extends IntersectionType(OmitType(ListCoachContactsDto, PAGING), FormDto) {}

/** With a school year: those with a session in it. */
export class ExportTrainingsDto extends IntersectionType(
  OmitType(ListTrainingsDto, PAGING),
  PickType(CityFilterDto, ['schoolYear']),
  FormDto,
) {}
export class ExportTargetsDto extends IntersectionType(OmitType(ListTargetsDto, PAGING), FormDto) {}
export class ExportDistrictsDto extends PickType(ExportTargetsDto, ['municipalityId', 'form']) {}
export class ExportHolidaysDto extends IntersectionType(OmitType(ListSchoolHolidaysDto, PAGING), FormDto) {}
export class ExportModulesDto extends IntersectionType(OmitType(ListModulesDto, PAGING), FormDto) {}
export class ExportGroupYearsDto extends IntersectionType(OmitType(ListGroupYearsDto, PAGING), FormDto) {}
export class ExportCompletenessDto extends IntersectionType(
  OmitType(CompletenessQueryDto, PAGING),
  FormDto,
) {}
export class ExportTrainedStaffDto extends IntersectionType(OmitType(CityFilterDto, PAGING), FormDto) {}
export class ExportAccountsDto extends IntersectionType(OmitType(ListAccountsDto, PAGING), FormDto) {}
export class ExportStaffDto extends IntersectionType(OmitType(ListStaffMembersDto, PAGING), FormDto) {}
export class ExportCertificatesDto extends IntersectionType(OmitType(ListCertificatesDto, PAGING), FormDto) {}
export class ExportMailsDto extends IntersectionType(OmitType(ListMailsDto, PAGING), FormDto) {}
