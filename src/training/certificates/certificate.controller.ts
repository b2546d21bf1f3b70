import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Public } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { AnswersPdf, pdfOf } from '../../paper/pdf-answer.js';
import { CertificateFileService } from './certificate-file.service.js';
import { CertificateIssueService } from './certificate-issue.service.js';
import {
  CertificateDto,
  CertificateListDto,
  IssueCertificatesDto,
  IssuedDto,
  ListCertificatesDto,
  ReissueCertificateDto,
  VerificationDto,
  VerifyCertificateDto,
  WithdrawCertificateDto,
} from './certificate.dto.js';
import { CertificateService, shown } from './certificate.service.js';
import { VerificationService } from './verification.service.js';

@ApiTags('certificates')
@Controller()
export class CertificateController {
  constructor(
    private readonly certificates: CertificateService,
    private readonly issues: CertificateIssueService,
    private readonly files: CertificateFileService,
    private readonly verifications: VerificationService,
  ) {}

  /** Certificates of oneself, of one's team or of the municipality, the latest first. */
  @Get('certificates')
  @Access('educator', 'institution_lead', 'coordinator')
  list(@Query() query: ListCertificatesDto): Promise<CertificateListDto> {
    return this.certificates.list(query);
  }

  /** Issue certificates for all who attended a training and have none yet. */
  @Post('certificates')
  @Access('coordinator')
  @HttpCode(200)
  async issue(@Body() body: IssueCertificatesDto): Promise<IssuedDto> {
    return { issued: await this.issues.issue(body) };
  }

  /** Whether a code belongs to a valid certificate, and to which training; nothing about the person. */
  @Post('certificates/verify')
  @Public()
  @HttpCode(200)
  verify(@Body() body: VerifyCertificateDto, @Req() request: ActorRequest): Promise<VerificationDto> {
    return this.verifications.verify(body.code, workOf(request));
  }

  /** Put a new certificate in the place of one that is no longer right; the old code becomes invalid. */
  @Post('certificates/:id/reissue')
  @Access('coordinator')
  @RequiresIfMatch()
  async reissue(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReissueCertificateDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CertificateDto> {
    const { created, record } = await this.issues.reissue(id, version, body);
    return answerCreated(reply, { created, record: shown(record) });
  }

  /** Withdraw a certificate that should not have been issued; its code becomes invalid. */
  @Post('certificates/:id/withdraw')
  @Access('coordinator')
  @HttpCode(200)
  @RequiresIfMatch()
  async withdraw(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: WithdrawCertificateDto,
  ): Promise<CertificateDto> {
    return shown(await this.issues.withdraw(id, version, body.reason));
  }

  /** One certificate as an accessible PDF. */
  @Get('certificates/:id/document.pdf')
  @Access('educator', 'institution_lead', 'coordinator')
  @AnswersPdf()
  async document(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return pdfOf(await this.files.open(workOf(request), id));
  }

  /** All certificates of a training in one PDF: for coordinators, and for leads those of their team. */
  @Get('trainings/:id/certificates.pdf')
  @Access('institution_lead', 'coordinator')
  @AnswersPdf()
  async documents(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return pdfOf(await this.files.openAll(workOf(request), id));
  }
}
