import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import type { Protocol } from './sheet';
import classes from './question.module.css';
import type { Asked, Field, Fields } from './use-fields';
import { inWords } from './value-check';
import { wordOf } from './words';

const words = texts.gym;

interface QuestionProps {
  field: Field;
  form: Fields;
  protocol: Protocol;
  /** The field stands right above: nobody needs a way back to it. */
  beside?: boolean;
  /** Instead of just storing the value. */
  onSave?: (how: { text: string; confirmed: true }) => void;
}

/** What has to be said before a value is stored; stands where the pad is, one thing at a time. */
export function Question(parts: QuestionProps) {
  const { field } = parts;
  if (field.theirs) return <Conflict {...parts} />;
  if (field.state === 'trouble') return <Refused {...parts} />;
  return field.asked && <Doubt {...parts} asked={field.asked} />;
}

/** What was typed cannot be, or hardly: what was probably meant is one touch away. */
function Doubt({ asked, field, form, protocol, beside = false, onSave }: QuestionProps & { asked: Asked }) {
  const { suggestion } = asked;
  const save = onSave ?? ((how: { text: string; confirmed: true }) => form.save(field, how));
  const sentence = asked.kind === 'refused' ? asked.message : sentenceOf(asked, field, form, protocol);
  return (
    <Box
      sentence={
        suggestion === null ? sentence : `${sentence} ${words.question.meant(inWords(suggestion, protocol))}`
      }
    >
      {suggestion !== null && (
        <BigButton look="main" onClick={() => save({ text: String(suggestion), confirmed: true })}>
          {words.question.take(inWords(suggestion, protocol))}
        </BigButton>
      )}
      {asked.kind === 'doubtful' && (
        <BigButton
          look={suggestion === null ? 'main' : 'plain'}
          onClick={() => save({ text: String(asked.value), confirmed: true })}
        >
          {words.question.yes(inWords(asked.value, protocol))}
        </BigButton>
      )}
      {!beside && <BigButton onClick={() => form.type(field, field.text)}>{words.question.change}</BigButton>}
    </Box>
  );
}

function sentenceOf(
  asked: Extract<Asked, { kind: 'doubtful' }>,
  field: Field,
  form: Fields,
  protocol: Protocol,
): string {
  const value = inWords(asked.value, protocol);
  if (asked.why === 'unlikely') return words.question.unlikely(value);
  const other = form.fields.find(({ cell }) => cell !== field.cell && cell.shown?.valid)?.cell.shown;
  return words.question.unlike(value, other ? wordOf(other, protocol) : words.cell.empty);
}

/** Another device was quicker: both values, and a person chooses. */
function Conflict({ field, form, protocol }: QuestionProps) {
  const { theirs, cell } = field;
  if (!theirs || !cell.shown) return null;
  return (
    <Box sentence={`${cell.label}: ${words.conflict.title}`}>
      <BigButton onClick={() => form.takeTheirs(field)}>
        {words.conflict.keep(wordOf(theirs, protocol))}
      </BigButton>
      <BigButton onClick={() => form.takeOurs(field)}>
        {words.conflict.take(wordOf(cell.shown, protocol))}
      </BigButton>
    </Box>
  );
}

/** The server did not take the value. */
function Refused({ field, form, protocol }: QuestionProps) {
  const { entry, label } = field.cell;
  if (!entry) return null;
  const value = wordOf(entry.body, protocol);
  const isDoubt = entry.refusal?.code === 'implausible';
  const reason = isDoubt
    ? words.question.implausible(value)
    : `${value}. ${entry.refusal?.title ?? words.refused.title}`;
  const again = () =>
    entry.body.valid ? form.save(field, { text: field.text, confirmed: true }) : form.fail(field);
  return (
    <Box sentence={`${label}: ${reason}`}>
      <BigButton look={isDoubt ? 'main' : 'plain'} onClick={again}>
        {isDoubt ? words.question.yes(value) : words.refused.again}
      </BigButton>
      <BigButton onClick={() => form.giveUp(field)}>{words.refused.discard}</BigButton>
    </Box>
  );
}

function Box({ sentence, children }: { sentence: string; children: ReactNode }) {
  return (
    <div className={classes.box}>
      <p className={classes.sentence} role="alert">
        <IconAlertTriangle size={28} aria-hidden />
        <span>{sentence}</span>
      </p>
      <div className={classes.answers}>{children}</div>
    </div>
  );
}
