import { Module } from '@nestjs/common';
import { AttendanceController } from '../attendance/attendance.controller.js';
import { AttendanceRepository } from '../attendance/attendance.repository.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { WalkInRepository } from '../attendance/walk-in.repository.js';
import { WalkInService } from '../attendance/walk-in.service.js';
import { TrainingModule } from '../training.module.js';
import { CertificateFileService } from './certificate-file.service.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateRepository } from './certificate.repository.js';
import { CertificateService } from './certificate.service.js';
import { VerificationService } from './verification.service.js';

/** From the tick on the list to the certificate that can be verified. */
@Module({
  imports: [TrainingModule],
  controllers: [AttendanceController, CertificateController],
  providers: [
    AttendanceRepository,
    AttendanceService,
    WalkInRepository,
    WalkInService,
    CertificateRepository,
    CertificateService,
    CertificateIssueService,
    CertificateFileService,
    VerificationService,
  ],
  exports: [AttendanceService],
})
export class CertificatesModule {}
