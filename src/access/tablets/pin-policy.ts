/** How long a PIN is, and what it looks like. */
export const PIN = /^\d{6}$/;

/** The keypad's rows, columns and diagonals; two of them one after the other are what fingers find by themselves. */
const KEYPAD = ['123', '456', '789', '147', '258', '369', '159', '357'];
const LINES = [...KEYPAD, ...KEYPAD.map((line) => line.split('').reverse().join(''))];

/** Of the most used, those that no rule catches. */
const MOST_USED = new Set([
  ...['121314', '131415', '101112', '010203', '102030', '123450', '012340', '135790', '246800', '246810'],
  ...['142536', '152637', '159753', '147896', '258025', '748596', '314159', '271828', '112358', '235711'],
  ...['420420', '520131', '654123', '867530', '789123', '147963', '741963', '123987', '987123', '202122'],
]);

/** Why a PIN is refused, as a German sentence; null for a good one. */
export function pinFault(pin: string): string | null {
  if (!PIN.test(pin)) return 'PIN: bitte genau sechs Ziffern angeben.';
  if (isDate(pin)) return 'PIN: Das sieht aus wie ein Datum oder ein Jahr. Bitte eine andere wählen.';
  return isEasy(pin)
    ? 'PIN: Diese Folge ist leicht zu erraten. Bitte Ziffern wählen, die zusammen nichts bedeuten.'
    : null;
}

function isEasy(pin: string): boolean {
  return (
    new Set(pin).size < 3 ||
    repeats(pin) ||
    isRun(pin) ||
    pin === pin.split('').reverse().join('') ||
    /^(\d)\1(\d)\2(\d)\3$/.test(pin) ||
    (LINES.includes(pin.slice(0, 3)) && LINES.includes(pin.slice(3))) ||
    MOST_USED.has(pin)
  );
}

/** 121212, 481481 */
function repeats(pin: string): boolean {
  return pin.slice(0, 3) === pin.slice(3) || pin.slice(0, 2).repeat(3) === pin;
}

/** Each digit by the same step after the one before, over 9 to 0 as well: 345678, 987654, 246802. */
function isRun(pin: string): boolean {
  const digits = pin.split('').map(Number);
  const steps = digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

/** A day (DDMMYY, YYMMDD), a month of a year, or a year beside two other digits. */
function isDate(pin: string): boolean {
  const [first, middle, last] = [0, 2, 4].map((from) => Number(pin.slice(from, from + 2))) as [
    number,
    number,
    number,
  ];
  const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return isDay(first, middle) || isDay(last, middle) || /^(19|20)\d{4}$|^\d{2}(19|20)\d{2}$/.test(pin);
}
