import { Module } from '@nestjs/common';
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
import { MunicipalityController } from './municipalities/municipality.controller.js';
import { MunicipalityRepository } from './municipalities/municipality.repository.js';
import { MunicipalityService } from './municipalities/municipality.service.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ParticipationRepository } from './participation/participation.repository.js';
import { ParticipationService } from './participation/participation.service.js';

@Module({
  controllers: [
    MunicipalityController,
    DistrictController,
    InstitutionController,
    ParticipationController,
    GroupController,
    GroupYearController,
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
    ParticipationRepository,
    ParticipationService,
    GroupRepository,
    GroupService,
    GroupYearRepository,
    GroupYearService,
  ],
  exports: [InstitutionService, GroupService],
})
export class InstitutionsModule {}
