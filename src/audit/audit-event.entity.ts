import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Last link of each chain; only the sealing trigger writes it. */
@Entity('audit_chains')
export class AuditChain {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_chains_pk' })
  chain: string;

  @Column('bigint', { default: 0 })
  length: number;

  /** Last entry of the beginning that was taken away. */
  @Column('bigint', { name: 'pruned_seq', default: 0 })
  prunedSeq: number;

  @Column('bytea', { name: 'pruned_hash', default: () => "'\\x'" })
  prunedHash: Buffer;

  @Column('bytea', { default: () => "'\\x'" })
  head: Buffer;
}

/** One entry of the trail; sealed by the trigger `audit_events_seal`. */
@Entity('audit_events')
@Index('audit_events_object_ix', ['objectId', 'at'])
@Index('audit_events_at_ix', ['at', 'chain', 'seq'])
@Index('audit_events_actor_ix', ['actorId', 'at'])
@Index('audit_events_origin_ix', ['at'], { where: 'origin is not null' })
@Index('audit_events_institution_ix', ['institutionId', 'at'], { where: 'institution_id is not null' })
export class AuditEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_events_pk' })
  chain: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_events_pk' })
  seq: number;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  origin: string | null;

  /** Blanked with the network. */
  @Column('bytea', { name: 'origin_salt', nullable: true })
  originSalt: Buffer | null;

  /** Salted hash of the network; the chain's hashes contain this, and not the network. */
  @Column('bytea', { name: 'origin_seal', nullable: true })
  originSeal: Buffer | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('uuid', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: string | null;

  @Column('text', { array: true, default: '{}' })
  fields: string[];

  @Column('bytea')
  previous: Buffer;

  @Column('bytea')
  hash: Buffer;
}
