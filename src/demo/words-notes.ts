import type { InstitutionKind } from '../institutions/vocabulary.js';
import type { FocusArea } from './demo-rows.js';

type NotesOf<Area extends FocusArea> = Readonly<Record<Area, readonly string[]>>;

const COMMON: NotesOf<Exclude<FocusArea, 'active_learning'>> = {
  health_promotion: [
    'Obst und Gemüse probiert, danach Bewegungslied.',
    'Atemübungen und Strecken am Fenster.',
    'Rückenschule mit Kissen und Kastanien.',
    'Barfußpfad mit sechs Stationen aufgebaut.',
    'Trinkpause nach jeder Runde, kam gut an.',
    'Kinderyoga: Baum, Katze und Krieger.',
    'Igelbälle zum Entspannen am Ende.',
    'Bewegungslandschaft aus Matten und Bänken.',
  ],
  inclusion_paralympics: [
    'Sitzball ausprobiert.',
    'Parcours mit verbundenen Augen, immer zu zweit.',
    'Boccia mit Sandsäckchen.',
    'Fühlstrecke und Geräuschejagd.',
    'Spiele im Sitzen, alle konnten mitmachen.',
    'Goalball mit Klingelball.',
    'Rollbrett-Staffel in kleinen Teams.',
    'Über paralympische Sportarten gesprochen.',
  ],
  fairplay_teamwork: [
    'Schwungtuch und gemeinsame Regeln.',
    'Brücke aus Matten gebaut, nur gemeinsam zu schaffen.',
    'Staffellauf mit wechselnden Teams.',
    'Faires Lob am Ende jeder Runde.',
    'Kooperationsspiele mit dem großen Seil.',
    'Regeln für das Ballspiel selbst festgelegt.',
    'Turmbau mit Bechern, ohne zu sprechen.',
    'Spielfest für alle vorbereitet.',
  ],
  global_learning: [
    'Kinderspiele aus drei Ländern ausprobiert.',
    'Tänze aus aller Welt.',
    'Weltkarte am Boden, von Land zu Land gehüpft.',
    'Hüpfspiele von anderswo verglichen.',
    'Begrüßungen in vielen Sprachen, jede mit einer Bewegung.',
    'Über die Olympischen Spiele der Antike gesprochen.',
    'Fangspiel aus Westafrika kennengelernt.',
    'Trommelrhythmen nachgelaufen.',
  ],
};

/** What an educator might jot down: about the activity, never about a person. */
export const NOTES: Readonly<Record<InstitutionKind, NotesOf<FocusArea>>> = {
  kita: {
    ...COMMON,
    active_learning: [
      'Zahlen gehüpft, jede Zahl ein Sprung.',
      'Silben geklatscht und gestampft.',
      'Geschichte erzählt und mitgespielt.',
      'Formen im Raum gesucht, jede mit eigener Bewegung.',
      'Farben gesucht und hingelaufen.',
      'Reime mit Händen und Füßen.',
      'Tiere nachgemacht und geraten.',
      'Kastanien gesammelt, gezählt und balanciert.',
    ],
  },
  school: {
    ...COMMON,
    active_learning: [
      'Einmaleins mit dem Ball.',
      'Laufdiktat im Flur.',
      'Bewegungspause zwischen zwei Stunden.',
      'Buchstaben mit Seilen gelegt und abgegangen.',
      'Silben geklatscht und gestampft.',
      'Englische Wörter, jedes mit einer Bewegung.',
      'Zahlenstrahl auf dem Schulhof abgelaufen.',
      'Geschichte erzählt und mitgespielt.',
    ],
  },
};
