import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './accounts/account.repository.js';
import { PersonController } from './accounts/person.controller.js';
import { PersonRepository } from './accounts/person.repository.js';
import { PersonService } from './accounts/person.service.js';
import { RoleGrants } from './accounts/role-grants.js';
import { DeclaredAccess } from './declared-access.js';
import { AcceptanceService } from './invitations/acceptance.service.js';
import { InvitationController } from './invitations/invitation.controller.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { InvitationSending } from './invitations/invitation-sending.js';
import { InvitationService } from './invitations/invitation.service.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SignInThrottle } from './sessions/sign-in-throttle.js';
import { TransactionInterceptor } from './transaction.interceptor.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [SessionController, InvitationController, PersonController],
  providers: [
    AccountRepository,
    PersonRepository,
    PersonService,
    RoleGrants,
    SessionRepository,
    SessionService,
    SessionCookie,
    SignInThrottle,
    InvitationRepository,
    InvitationService,
    InvitationSending,
    AcceptanceService,
    DeclaredAccess,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
  ],
  exports: [AccountRepository, InvitationSending, InvitationService, SessionCookie],
})
export class AccessModule {}
