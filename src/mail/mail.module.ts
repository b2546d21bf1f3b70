import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { MailDelivery } from './outbox/mail-delivery.js';
import { MailOutbox } from './outbox/mail-outbox.js';
import { OutboxRepository } from './outbox/outbox.repository.js';

@Global()
@Module({ providers: [Mailer, MailOutbox, MailDelivery, OutboxRepository], exports: [Mailer, MailOutbox] })
export class MailModule {}
