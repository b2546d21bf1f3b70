import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { CreateProtocolDto } from './protocol.dto.js';

type Wanted = Pick<
  CreateProtocolDto,
  'unit' | 'better' | 'rule' | 'trials' | 'trialLabels' | 'minValue' | 'maxValue' | 'step' | 'ceiling'
> &
  Pick<CreateProtocolDto, 'timer' | 'timerSeconds' | 'lapMetres'>;

/** What in a protocol contradicts something else in it; each sentence stands at the field to change. */
export function protocolProblems(wanted: Wanted): FieldProblem[] {
  return [
    ...directionProblems(wanted),
    ...trialProblems(wanted),
    ...rangeProblems(wanted),
    ...timerProblems(wanted),
  ].map(([field, message]) => ({ field, message }));
}

type Found = [field: string, message: string][];

function directionProblems({ unit, better, rule }: Wanted): Found {
  const found: Found = [];
  const counts = rule !== 'done';
  if (counts === (unit === 'yes_no')) {
    found.push(['unit', 'Einheit: „Ja/Nein“ gehört zur Wertung „mitgemacht“ und nur zu ihr.']);
  }
  if (counts && !better) {
    found.push(['better', 'Besser ist: bitte angeben, ob ein höherer oder ein niedrigerer Wert besser ist.']);
  }
  if (!counts && better) {
    found.push(['better', 'Besser ist: Bei „mitgemacht“ wird nichts verglichen, bitte leer lassen.']);
  }
  return found;
}

function trialProblems({ rule, trials, trialLabels }: Wanted): Found {
  const found: Found = [];
  if ((rule === 'single' || rule === 'done') && trials !== 1) {
    found.push(['trials', 'Versuche: Bei dieser Wertung gibt es genau einen Versuch.']);
  }
  if (
    trialLabels &&
    (trialLabels.length !== trials || trialLabels.some((label) => (label as unknown) === null))
  ) {
    found.push(['trialLabels', `Namen der Versuche: bitte für jeden der ${trials} Versuche einen angeben.`]);
  }
  return found;
}

function rangeProblems({ minValue, maxValue, step, ceiling }: Wanted): Found {
  const found: Found = [];
  if (maxValue <= minValue) {
    found.push(['maxValue', 'Größter Wert: Er muss über dem kleinsten liegen.']);
  } else if (step > maxValue - minValue) {
    found.push(['step', 'Schritt: Er ist größer als der Abstand zwischen kleinstem und größtem Wert.']);
  }
  if (typeof ceiling === 'number' && ceiling <= minValue) {
    found.push(['ceiling', 'Höchstes Ergebnis: Es muss über dem kleinsten Wert liegen.']);
  }
  return found;
}

function timerProblems({ timer, timerSeconds, lapMetres }: Wanted): Found {
  const found: Found = [];
  const runs = timer === 'countdown' || timer === 'laps';
  if (runs !== (typeof timerSeconds === 'number')) {
    found.push([
      'timerSeconds',
      runs
        ? 'Sekunden: bitte angeben, wie lange die Uhr läuft.'
        : 'Sekunden: Diese Uhr läuft ohne feste Zeit, bitte leer lassen.',
    ]);
  }
  if ((timer === 'laps') !== (typeof lapMetres === 'number')) {
    found.push([
      'lapMetres',
      timer === 'laps'
        ? 'Meter je Runde: bitte angeben, wie lang eine Runde ist.'
        : 'Meter je Runde: Runden werden hier nicht gezählt, bitte leer lassen.',
    ]);
  }
  return found;
}
