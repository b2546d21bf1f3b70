import { OwnProofDto } from '../../access/tablets/own-proof.dto.js';

/** Somebody who can unlock the house's tablets, with a PIN or a badge. */
export class TabletPersonDto extends OwnProofDto {
  accountId: string;
  name: string;
}

export class TabletPersonListDto {
  items: TabletPersonDto[];
}
