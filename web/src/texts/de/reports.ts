/** Words that every key figure needs. */
export const reports = {
  of: (part: string, whole: string) => `${part} von ${whole}`,
  more: (amount: string, before: string) => `${amount} mehr als im Vorjahr (${before})`,
  less: (amount: string, before: string) => `${amount} weniger als im Vorjahr (${before})`,
  same: (before: string) => `wie im Vorjahr (${before})`,
  points: (points: number, amount: string) =>
    points === 1 ? `${amount} Prozentpunkt` : `${amount} Prozentpunkte`,
  explain: (what: string) => `Was heißt „${what}“?`,
  noPrevious: 'Im Vorjahr steht dazu nichts.',
};
