import type { components } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['SessionDto'];
export type OwnSession = Schemas['SessionItemDto'];
export type OwnAccount = Schemas['OwnAccountDto'];
export type SecondFactor = Schemas['SecondFactorDto'];
export type SecondFactorSecret = Schemas['SecondFactorSecretDto'];
export type PasswordResetPreview = Schemas['PasswordResetPreviewDto'];
export type AccessToken = Schemas['AccessTokenDto'];
export type CreatedAccessToken = Schemas['NewAccessTokenDto'];
export type Tablet = Schemas['TabletDto'];
export type Enrolment = Schemas['EnrolmentDto'];
export type TabletPerson = Schemas['TabletPersonDto'];
export type OwnProof = Schemas['OwnProofDto'];
export type NewAccessToken = Schemas['CreateAccessTokenDto'];

export type Invitation = Schemas['InvitationDto'];
export type NewInvitation = Schemas['CreateInvitationDto'];
export type CreatedInvitation = Schemas['NewInvitationDto'];
export type InvitationPreview = Schemas['InvitationPreviewDto'];
export type Role = NewInvitation['role'];

export type Person = Schemas['PersonDto'];
export type HeldRole = Schemas['HeldRoleDto'];
export type RoleAt = Schemas['RoleAtDto'];
export type TrailEntry = Schemas['TrailEntryDto'];

export type CalendarFeed = Schemas['CalendarFeedDto'];
export type Mail = Schemas['MailDto'];
export type HeldEntry = Schemas['HeldEntryDto'];
export type MailSummary = Schemas['MailSummaryDto'];

export type FocusArea = Schemas['FocusAreaDto'];
export type Municipality = Schemas['MunicipalityDto'];
export type District = Schemas['DistrictDto'];
export type Institution = Schemas['InstitutionDto'];
export type NewInstitution = Schemas['CreateInstitutionDto'];
export type InstitutionChange = Schemas['UpdateInstitutionDto'];
export type ParticipationRun = Schemas['ParticipationRunDto'];
export type ParticipationStep = Schemas['StepDto'];
export type NewParticipation = Schemas['CreateParticipationDto'];
export type ParticipationStatus = NewParticipation['status'];
export type CoachAssignment = Schemas['CoachAssignmentDto'];
export type Contact = Schemas['InstitutionContactDto'];
export type ClosingDay = Schemas['ClosingDayDto'];
export type SchoolHoliday = Schemas['SchoolHolidayDto'];
export type Target = Schemas['TargetDto'];
export type TimelineEntry = Schemas['TimelineEntryDto'];

export type Group = Schemas['GroupDto'];
export type GroupYear = Schemas['GroupYearDto'];
export type GroupYearHouse = Schemas['GroupYearHouseDto'];
export type NewGroup = Schemas['CreateGroupDto'];

export type Import = Schemas['ImportDto'];
export type ImportRow = Schemas['PreviewRowDto'];
export type ImportRowError = Schemas['RowErrorDto'];
export type ImportRowChange = Schemas['RowChangeDto'];

export type CatalogueModule = Schemas['ModuleDto'];
export type NewModule = Schemas['CreateModuleDto'];
export type ModuleChange = Schemas['UpdateModuleDto'];
export type ModuleBooking = Schemas['ModuleBookingDto'];
export type NewModuleBooking = Schemas['CreateModuleBookingDto'];
export type ModuleBookingChange = Schemas['UpdateModuleBookingDto'];
export type BookingState = NonNullable<NewModuleBooking['state']>;
export type CoachContact = Schemas['CoachContactDto'];
export type NewCoachContact = Schemas['CreateCoachContactDto'];
export type CoachContactChange = Schemas['UpdateCoachContactDto'];
export type CoachDesk = Schemas['CoachDeskDto'];
export type DeskDate = Schemas['DeskDateDto'];
export type DeskHouse = Schemas['DeskHouseDto'];
export type DeskStep = Schemas['DeskStepDto'];

export type StaffMember = Schemas['StaffMemberDto'];
export type StaffPosition = Schemas['StaffPositionDto'];
export type StaffFunction = Schemas['CreateStaffMemberDto']['function'];
export type Training = Schemas['TrainingDto'];
export type NewTraining = Schemas['CreateTrainingDto'];
export type TrainingChange = Schemas['UpdateTrainingDto'];
export type TrainingState = NonNullable<TrainingChange['state']>;
export type TrainingSession = Schemas['TrainingSessionDto'];
export type Registration = Schemas['RegistrationDto'];
export type Registered = Schemas['RegisteredDto'];

export type Activity = Schemas['ActivityDto'];
export type NewActivity = Schemas['CreateActivityDto'];
export type ActivityChange = Schemas['UpdateActivityDto'];
export type Place = NonNullable<NewActivity['place']>;

export type TestBattery = Schemas['BatteryDto'];
export type BatteryItem = Schemas['BatteryItemDto'];
export type TestProtocol = Schemas['ProtocolDto'];
export type NormSet = Schemas['NormSetDto'];
export type NormItem = Schemas['NormItemDto'];
export type NewNormSet = Schemas['CreateNormSetDto'];
export type NormCurve = Schemas['CurveDto'];
export type NormPreview = Schemas['NormPreviewDto'];
export type NormFault = Schemas['NormFaultDto'];
export type NormScore = Schemas['ScoreDto'];
export type NormChoice = Schemas['NormChoiceDto'];
export type ChosenNorm = Schemas['ChooseNormDto'];
export type AnnualReport = Schemas['AnnualReportDto'];
export type AnnualReportDetail = Schemas['AnnualReportDetailDto'];
export type AnnualReportContent = Schemas['AnnualReportContentDto'];
export type AnnualReportChart = Schemas['ChartDto'];
export type AnnualReportTable = Schemas['TableDto'];
export type Publication = Schemas['PublicationDto'];
export type PublicationDetail = Schemas['PublicationDetailDto'];
export type PublicationSummary = Schemas['PublicationSummaryDto'];
export type PublicationPeriod = Schemas['PublicationPeriodDto'];
export type PublishedCell = Schemas['PublishedCellDto'];
export type PublishedItem = Schemas['PublishedItemDto'];
export type ScoreRun = Schemas['ScoreRunDto'];
export type System = Schemas['SystemDto'];
export type SystemState = Schemas['SystemState'];
export type SystemCheck = Schemas['SystemCheckDto'];
export type Upkeep = Schemas['UpkeepDto'];
export type QueueState = Schemas['QueueStateDto'];
export type Versions = Schemas['VersionsDto'];
export type DatabaseFacts = Schemas['DatabaseFactsDto'];

export type AttendanceSheet = Schemas['AttendanceSheetDto'];
export type SheetPerson = Schemas['SheetPersonDto'];
export type SheetSession = Schemas['SheetSessionDto'];
export type AttendanceMark = Schemas['MarkDto'];
export type WantedMark = Schemas['MarkInputDto'];
export type AttendanceState = NonNullable<WantedMark['state']>;
export type Certificate = Schemas['CertificateDto'];
export type CertificateVerification = Schemas['VerificationDto'];

export type ChildProfile = Schemas['ChildProfileDto'];
export type ProfileAssessment = Schemas['ProfileAssessmentDto'];
export type ProfileResult = Schemas['ProfileResultDto'];
export type GroupReport = Schemas['GroupReportDto'];
export type ReportedItem = Schemas['ReportedItemDto'];
export type Need = Schemas['NeedDto'];
export type Change = Schemas['ChangeDto'];
export type ChangedItem = Schemas['ChangedItemDto'];

/** One page of a list; `next` opens the following one, null ends the list. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export type TestDaySheet = Schemas['SheetDto'];
