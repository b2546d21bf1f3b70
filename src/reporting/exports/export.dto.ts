import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ListActivitiesDto } from '../../activities/activity.dto.js';
import { CityFilterDto, ListInstitutionsDto } from '../../institutions/institution-query.dto.js';
import { ChoiceField, IdField } from '../../kernel/validation/fields.js';
import { type Show, SHOWS } from '../overview/overview-query.dto.js';

export const CSV_FORMS = ['people', 'machine'] as const;
export type CsvForm = (typeof CSV_FORMS)[number];

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

/** Bookings, contacts, trainings and attendance: those of a school year; without one, all of them. */
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
