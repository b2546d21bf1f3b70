import { CHILD_REPLAYS } from '../assessments/consents/erasure-replays.js';
import type { ErasureReplay } from '../database/erasure-replay.js';
import { GOVERNANCE_REPLAYS } from '../governance/erasing/erasure-replays.js';

/** Every kind of erasure that the journal knows, in the order in which they are carried out once more. */
export const ERASURE_REPLAYS: readonly ErasureReplay[] = [...CHILD_REPLAYS, ...GOVERNANCE_REPLAYS];
