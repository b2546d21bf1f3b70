import { OmitType } from '@nestjs/swagger';
import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import type { PeriodDto } from './overview.dto.js';

/** Talks of coaches with houses (Beratungen). */
export class ContactFiguresDto {
  /** Took place in the period. */
  held: number;
  /** Sum of their minutes. */
  minutes: number;
  /** Houses that had at least one. */
  institutions: number;
}

export class FormatFiguresDto {
  /** Of the module: workshop, talk … */
  format: string;
  /** Bookings that were delivered in the period. */
  delivered: number;
  /** Parents who came; a sum of headcounts. */
  parents: number;
}

export class ModuleFiguresDto {
  /** Bookings that were planned for a day of the period that has come. */
  planned: number;
  /** Of these, the delivered ones. */
  delivered: number;
}

export class TrainingFiguresDto {
  /** Trainings that somebody of the houses attended in the period. */
  held: number;
  /** People who did. */
  people: number;
  /** Sum of what they attended; 45 minutes are a teaching unit. */
  minutes: number;
}

export class TrainedFiguresDto {
  /** From so many attended minutes on, in whatever year, somebody is trained. */
  minutes: number;
  /** People who work in a participating house on the day at which the figures stand. */
  staff: number;
  /** Of these, the trained ones. */
  trained: number;
  /** Participating houses. */
  institutions: number;
  /** Of these, the ones with at least two trained people. */
  withTwo: number;
}

/** What the programme itself did in a school year. */
export class ProgrammeFiguresDto {
  /** When the figures were counted. */
  dataAt: string;
  period: PeriodDto;
  contacts: ContactFiguresDto;
  trainings: TrainingFiguresDto;
  /** Every format, also those that nobody chose. */
  formats: FormatFiguresDto[];
  modules: ModuleFiguresDto;
  trained: TrainedFiguresDto;
}

export class ProgrammeQueryDto extends OmitType(CityFilterDto, ['limit', 'cursor']) {}

export class TrainedHouseDto {
  institutionId: string;
  name: string;
  kind: string;
  districtName: string;
  /** People who work there. */
  staff: number;
  /** Of these, the trained ones. */
  trained: number;
}

export class TrainedHouseListDto {
  items: TrainedHouseDto[];
  next: string | null;
}
