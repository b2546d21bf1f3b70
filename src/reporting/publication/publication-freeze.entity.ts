import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Publication } from './publication.entity.js';

/** A fingerprint of what was counted, to see at publishing whether it is still true. For the system alone. */
@Entity('publication_freezes')
@ForeignKey(() => Publication, ['municipalityId', 'publicationId'], ['municipalityId', 'id'], {
  name: 'publication_freezes_publication_fk',
  onDelete: 'CASCADE',
})
export class PublicationFreeze {
  @PrimaryColumn('uuid', { name: 'publication_id', primaryKeyConstraintName: 'publication_freezes_pk' })
  publicationId: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('bytea')
  fingerprint: Buffer;
}
