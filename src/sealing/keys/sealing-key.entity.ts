import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair of the server: clients seal what they note for its public half (ECDH-ES on P-256). */
@Entity('sealing_keys')
@Check('sealing_keys_order_ck', 'valid_until > created_at')
export class SealingKey {
  /** Thumbprint of the public half (RFC 7638). */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sealing_keys_pk' })
  kid: string;

  /** Public half, base64url as in a JSON Web Key. */
  @Column('text')
  x: string;

  @Column('text')
  y: string;

  /** Private half; it never leaves the server. */
  @Column('text')
  d: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** Clients seal for it until then; it opens what they sealed for 400 days more. */
  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;
}
