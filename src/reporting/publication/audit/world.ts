/** Values of a small number that must stay possible, less one. */
export const SPREAD = 4;
/** A number is small up to here. */
export const SMALL = 4;

/** A solution of a system: where it differs from the truth, and by how much. */
export interface World {
  at: Int32Array;
  by: Int32Array;
}

/** The least and the greatest value that a sum has been found to have, and the worlds in which it has them; null: the true one. */
export interface Proof {
  row: number;
  least: number;
  greatest: number;
  leastIn: World | null;
  greatestIn: World | null;
}
