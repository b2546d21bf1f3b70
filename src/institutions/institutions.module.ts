import { Module } from '@nestjs/common';
import { ClosingDayController } from './calendar/closing-day.controller.js';
import { ClosingDayRepository } from './calendar/closing-day.repository.js';
import { ClosingDayService } from './calendar/closing-day.service.js';
import { SchoolHolidayController } from './calendar/school-holiday.controller.js';
import { SchoolHolidayRepository } from './calendar/school-holiday.repository.js';
import { SchoolHolidayService } from './calendar/school-holiday.service.js';
import { CoachAssignmentController } from './coaching/coach-assignment.controller.js';
import { CoachAssignmentRepository } from './coaching/coach-assignment.repository.js';
import { CoachAssignmentService } from './coaching/coach-assignment.service.js';
import { InstitutionContactController } from './contacts/institution-contact.controller.js';
import { InstitutionContactRepository } from './contacts/institution-contact.repository.js';
import { InstitutionContactService } from './contacts/institution-contact.service.js';
import { DistrictController } from './districts/district.controller.js';
import { DistrictHistoryRepository } from './districts/district-history.repository.js';
import { DistrictRepository } from './districts/district.repository.js';
import { DistrictService } from './districts/district.service.js';
import { PlacementService } from './districts/placement.service.js';
import { RearrangementService } from './districts/rearrangement.service.js';
import { GroupController } from './groups/group.controller.js';
import { GroupRepository } from './groups/group.repository.js';
import { GroupYearController } from './groups/group-year.controller.js';
import { GroupYearRepository } from './groups/group-year.repository.js';
import { GroupYearService } from './groups/group-year.service.js';
import { GroupService } from './groups/group.service.js';
import { InstitutionController } from './institution.controller.js';
import { InstitutionRepository } from './institution.repository.js';
import { InstitutionService } from './institution.service.js';
import { MergeChildren } from './merging/merge-children.js';
import { MergeController } from './merging/merge.controller.js';
import { MergeRepository } from './merging/merge.repository.js';
import { MergeService } from './merging/merge.service.js';
import { MunicipalityController } from './municipalities/municipality.controller.js';
import { MunicipalityRepository } from './municipalities/municipality.repository.js';
import { MunicipalityService } from './municipalities/municipality.service.js';
import { OpenHouses } from './open-houses.js';
import { MaterialsController } from './participation/materials.controller.js';
import { MaterialsService } from './participation/materials.service.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ParticipationRepository } from './participation/participation.repository.js';
import { ParticipationService } from './participation/participation.service.js';
import { TargetController } from './targets/target.controller.js';
import { TargetRepository } from './targets/target.repository.js';
import { TargetService } from './targets/target.service.js';

@Module({
  controllers: [
    MunicipalityController,
    DistrictController,
    InstitutionController,
    ParticipationController,
    MaterialsController,
    CoachAssignmentController,
    InstitutionContactController,
    ClosingDayController,
    SchoolHolidayController,
    TargetController,
    GroupController,
    GroupYearController,
    MergeController,
  ],
  providers: [
    MunicipalityRepository,
    MunicipalityService,
    DistrictRepository,
    DistrictHistoryRepository,
    DistrictService,
    PlacementService,
    RearrangementService,
    InstitutionRepository,
    InstitutionService,
    OpenHouses,
    CoachAssignmentRepository,
    CoachAssignmentService,
    InstitutionContactRepository,
    InstitutionContactService,
    ClosingDayRepository,
    ClosingDayService,
    SchoolHolidayRepository,
    SchoolHolidayService,
    TargetRepository,
    TargetService,
    ParticipationRepository,
    ParticipationService,
    MaterialsService,
    GroupRepository,
    GroupService,
    GroupYearRepository,
    GroupYearService,
    MergeRepository,
    MergeChildren,
    MergeService,
  ],
  exports: [InstitutionService, GroupService, GroupYearService, OpenHouses],
})
export class InstitutionsModule {}
