import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module.js';
import { ChildCreationService } from './children/child-creation.service.js';
import { ChildImportWriter } from './children/child-import-writer.js';
import { ChildKeepers } from './children/child-keepers.js';
import { ChildController } from './children/child.controller.js';
import { ChildRepository } from './children/child.repository.js';
import { ChildService } from './children/child.service.js';
import { ConsentController } from './consents/consent.controller.js';
import { ConsentRepository } from './consents/consent.repository.js';
import { ConsentService } from './consents/consent.service.js';
import { Erasures } from './consents/erasures.js';
import { WithdrawalService } from './consents/withdrawal.service.js';
import { MoveUpService } from './children/move-up.service.js';
import { BroughtResults } from './transfers/brought-results.js';
import { ChildTransferController } from './transfers/child-transfer.controller.js';
import { ChildTransferRepository } from './transfers/child-transfer.repository.js';
import { ChildTransferService } from './transfers/child-transfer.service.js';
import { RedemptionService } from './transfers/redemption.service.js';
import { ScoresModule } from './entry/scores.module.js';

/** Children under a code, consent, and the way to the next house. */
@Module({
  imports: [InstitutionsModule, ScoresModule],
  controllers: [ChildController, ConsentController, ChildTransferController],
  providers: [
    ChildKeepers,
    ChildRepository,
    ChildService,
    ChildCreationService,
    ConsentRepository,
    ConsentService,
    WithdrawalService,
    Erasures,
    MoveUpService,
    ChildImportWriter,
    ChildTransferRepository,
    ChildTransferService,
    BroughtResults,
    RedemptionService,
  ],
  exports: [
    ChildKeepers,
    ChildRepository,
    ChildService,
    ChildCreationService,
    ConsentService,
    ChildImportWriter,
  ],
})
export class ChildrenModule {}
