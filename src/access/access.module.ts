import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './accounts/account.repository.js';
import { PersonController } from './accounts/person.controller.js';
import { PersonRepository } from './accounts/person.repository.js';
import { PersonService } from './accounts/person.service.js';
import { RoleGrants } from './accounts/role-grants.js';
import { OwnAccountController } from './accounts/own-account.controller.js';
import { OwnAccountService } from './accounts/own-account.service.js';
import { DeclaredAccess } from './declared-access.js';
import { AcceptanceService } from './invitations/acceptance.service.js';
import { InvitationController } from './invitations/invitation.controller.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { InvitationSending } from './invitations/invitation-sending.js';
import { InvitationService } from './invitations/invitation.service.js';
import { PasswordResetCompletion } from './password-resets/password-reset-completion.js';
import { PasswordResetController } from './password-resets/password-reset.controller.js';
import { PasswordResetRepository } from './password-resets/password-reset.repository.js';
import { PasswordResetRequests } from './password-resets/password-reset-requests.js';
import { PasswordResetService } from './password-resets/password-reset.service.js';
import { OwnPassword } from './passwords/own-password.js';
import { SecondFactorCheck } from './second-factor/second-factor-check.js';
import { SecondFactorReset } from './second-factor/second-factor-reset.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { Brake } from './sessions/brake.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SignInThrottle } from './sessions/sign-in-throttle.js';
import { TabletSessions } from './sessions/tablet-sessions.js';
import { AccountProofRepository } from './tablets/account-proof.repository.js';
import { KnownTablets } from './tablets/known-tablets.js';
import { OwnProofController } from './tablets/own-proof.controller.js';
import { OwnProofService } from './tablets/own-proof.service.js';
import { TabletCookie } from './tablets/tablet-cookie.js';
import { TabletProofs } from './tablets/tablet-proofs.js';
import { AccessTokenController } from './tokens/access-token.controller.js';
import { AccessTokenRepository } from './tokens/access-token.repository.js';
import { AccessTokenService } from './tokens/access-token.service.js';
import { NamelessInterceptor } from './nameless.interceptor.js';
import { TransactionInterceptor } from './transaction.interceptor.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController,
    InvitationController,
    PersonController,
    OwnAccountController,
    PasswordResetController,
    SecondFactorController,
    AccessTokenController,
    OwnProofController,
  ],
  providers: [
    AccountRepository,
    PersonRepository,
    PersonService,
    RoleGrants,
    SessionRepository,
    SessionService,
    SessionCookie,
    SignInThrottle,
    Brake,
    OwnPassword,
    OwnAccountService,
    PasswordResetRepository,
    PasswordResetService,
    PasswordResetRequests,
    PasswordResetCompletion,
    SecondFactorRepository,
    SecondFactorCheck,
    SecondFactorService,
    SecondFactorReset,
    AccessTokenRepository,
    AccessTokenService,
    TabletSessions,
    TabletCookie,
    KnownTablets,
    TabletProofs,
    AccountProofRepository,
    OwnProofService,
    InvitationRepository,
    InvitationService,
    InvitationSending,
    AcceptanceService,
    DeclaredAccess,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: NamelessInterceptor },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
  ],
  exports: [
    AccountRepository,
    Brake,
    InvitationSending,
    InvitationService,
    OwnPassword,
    PersonRepository,
    SessionCookie,
    TabletSessions,
    TabletCookie,
    KnownTablets,
    TabletProofs,
    AccountProofRepository,
    SessionRepository,
  ],
})
export class AccessModule {}
