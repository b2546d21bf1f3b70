/** What a task is to parents: what was done, and what to play at home. */
export interface ItemWords {
  done: string;
  ideas: readonly string[];
}

const ITEMS: Readonly<Record<string, ItemWords>> = {
  SHH: {
    done: '15 Sekunden lang mit beiden Füßen seitlich über eine Linie hin und her springen.',
    ideas: [
      'Ein Seil auf den Boden legen und zu einem Lied darüber hin und her hüpfen.',
      'Kästchenhüpfen mit Kreide auf dem Gehweg.',
    ],
  },
  SWS: {
    done: 'Aus dem Stand mit beiden Füßen so weit wie möglich nach vorn springen.',
    ideas: [
      'Wie ein Frosch von Kissen zu Kissen springen.',
      'Draußen über Pfützen und Kreidestriche springen.',
    ],
  },
  BR: {
    done: 'Rückwärts über drei Balken gehen, die immer schmaler werden.',
    ideas: [
      'Auf Baumstämmen und niedrigen Mauern balancieren, gern an der Hand.',
      'Rückwärts auf einer Linie gehen und dabei ein Kuscheltier tragen.',
    ],
  },
  RB: {
    done: 'Im Stehen mit gestreckten Beinen so weit wie möglich nach unten greifen.',
    ideas: [
      'Spielsachen mit gestreckten Beinen vom Boden aufheben.',
      'Sich morgens recken und strecken wie eine Katze.',
    ],
  },
  LS: {
    done: '40 Sekunden lang Liegestütze.',
    ideas: [
      'Schubkarre: auf den Händen laufen, jemand hält die Beine.',
      'Wie ein Bär auf Händen und Füßen durch die Wohnung gehen.',
    ],
  },
  SU: {
    done: '40 Sekunden lang aus dem Liegen mit dem Oberkörper hochkommen.',
    ideas: ['Im Liegen mit den Beinen Rad fahren.', 'Im Sitzen ein Kissen mit den Füßen weitergeben.'],
  },
  S20: {
    done: '20 Meter so schnell wie möglich laufen.',
    ideas: [
      'Fangen spielen, mit vielen schnellen Starts.',
      'Wettlauf bis zum nächsten Baum, einmal aus dem Stehen und einmal aus dem Sitzen.',
    ],
  },
  R6: {
    done: 'Sechs Minuten lang laufen, so weit es geht.',
    ideas: [
      'Wege zu Fuß oder mit dem Roller zurücklegen.',
      'Zusammen durch den Park laufen, mit kleinen Pausen.',
    ],
  },
  EBS: {
    done: '60 Sekunden auf einem Bein auf einer schmalen Schiene stehen. Gezählt wird, wie oft der andere Fuß den Boden berührt: je seltener, desto besser.',
    ideas: [
      'Beim Zähneputzen wie ein Storch auf einem Bein stehen.',
      'Auf einem Bein stehen und sich dabei einen Ball zuwerfen.',
    ],
  },
  STAR: {
    done: 'Auf einem Feld von 9 × 9 Metern wie in einem Stern hin und her laufen, in verschiedene Richtungen.',
    ideas: [
      'Mit Schuhen oder Stöcken eine Strecke legen und im Slalom laufen.',
      'Vorwärts, rückwärts und seitwärts um die Wette laufen.',
    ],
  },
  BPT: {
    done: 'Einen 1 kg schweren Ball mit beiden Händen so weit wie möglich stoßen.',
    ideas: [
      'Bälle über eine Leine werfen, jedes Mal von etwas weiter weg.',
      'Zusammengerollte Socken in den Wäschekorb stoßen.',
    ],
  },
};

const STATION = 'Eine Bewegungsstation ausprobieren.';

/** One idea for each of ten stations, so that their sheet does not say the same ten times. */
const STATION_IDEAS = [
  'Auf einer Linie balancieren.',
  'Bälle in einen Eimer werfen.',
  'Über Kissen hüpfen.',
  'Unter Stühlen hindurchkriechen.',
  'Sich zur Seite rollen wie ein Baumstamm.',
  'Einen Luftballon in der Luft halten.',
  'Auf dem Spielplatz klettern und sich hängen lassen.',
  'Zu Musik tanzen und auf ein Zeichen stillstehen.',
  'Fangen spielen.',
  'Wie Tiere gehen: Bär, Krebs, Storch.',
];

/** In words for parents; a task that is not known here stands with its title alone. */
export function wordsOf(itemCode: string): ItemWords | null {
  const known = ITEMS[itemCode];
  if (known) return known;
  const station = /^KIBAZ-(\d+)$/.exec(itemCode);
  if (!station) return null;
  const idea = STATION_IDEAS[(Number(station[1]) - 1) % STATION_IDEAS.length];
  return { done: STATION, ideas: idea === undefined ? [] : [idea] };
}
