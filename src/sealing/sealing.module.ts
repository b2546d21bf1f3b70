import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { TestDaysModule } from '../assessments/test-days/test-days.module.js';
import { CertificatesModule } from '../training/certificates/certificates.module.js';
import { ArrivalRepository } from './entries/arrival.repository.js';
import { AuthorRepository } from './entries/author.repository.js';
import { ProofService } from './entries/proof.service.js';
import { SealedEntryController } from './entries/sealed-entry.controller.js';
import { SealedEntryService } from './entries/sealed-entry.service.js';
import { ConfirmationService } from './held/confirmation.service.js';
import { EntryHolding } from './held/entry-holding.js';
import { HeldEntryController } from './held/held-entry.controller.js';
import { HeldEntryRepository } from './held/held-entry.repository.js';
import { HeldEntryService } from './held/held-entry.service.js';
import { OutboxKeysRepository } from './keys/outbox-keys.repository.js';
import { OutboxKeysService } from './keys/outbox-keys.service.js';
import { SealingKeyController } from './keys/sealing-key.controller.js';
import { SealingKeyRepository } from './keys/sealing-key.repository.js';
import { SealingKeyService } from './keys/sealing-key.service.js';
import { ActivityChangeKind } from './kinds/activity-change-kind.js';
import { ActivityKind } from './kinds/activity-kind.js';
import { AttendanceKind } from './kinds/attendance-kind.js';
import { EntryKinds } from './kinds/entry-kinds.js';
import { NotDoneKind } from './kinds/not-done-kind.js';
import { RecordHouses } from './kinds/record-houses.js';
import { TrialKind } from './kinds/trial-kind.js';

/** Entries that were noted without a network and arrive sealed; those in doubt wait for the lead of their house. */
@Module({
  imports: [ActivitiesModule, TestDaysModule, CertificatesModule],
  controllers: [SealingKeyController, SealedEntryController, HeldEntryController],
  providers: [
    SealingKeyRepository,
    SealingKeyService,
    OutboxKeysRepository,
    OutboxKeysService,
    RecordHouses,
    ActivityKind,
    ActivityChangeKind,
    TrialKind,
    NotDoneKind,
    AttendanceKind,
    EntryKinds,
    ArrivalRepository,
    AuthorRepository,
    ProofService,
    SealedEntryService,
    HeldEntryRepository,
    EntryHolding,
    HeldEntryService,
    ConfirmationService,
  ],
  exports: [SealingKeyService, OutboxKeysRepository],
})
export class SealingModule {}
