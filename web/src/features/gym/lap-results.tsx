import { NumberInput, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { ConfirmButton } from '../../ui/confirm-button';
import { BigButton } from './big-button';
import classes from './lap-board.module.css';
import { type LapRun, lapsOf, type LapStep, metresOf } from './laps';
import { Question } from './question';
import type { Protocol, SheetChild } from './sheet';
import type { Desk } from './use-desk';
import { useFields } from './use-fields';
import { inWords } from './value-check';

const words = texts.gym.laps;

interface LapResultsProps {
  desk: Desk;
  protocol: Protocol;
  run: LapRun;
  runners: readonly SheetChild[];
  onChange: (change: LapStep) => void;
}

/** After the run: laps as counted, the metres of the lap begun, and the result of each. */
export function LapResults({ desk, protocol, run, runners, onChange }: LapResultsProps) {
  return (
    <div className={classes.board}>
      <h2 className={classes.heading}>{words.over}</h2>
      <ul className={classes.results} aria-label={words.runners}>
        {runners.map((child) => (
          <ResultRow
            key={child.childId}
            desk={desk}
            protocol={protocol}
            run={run}
            child={child}
            onChange={onChange}
          />
        ))}
      </ul>
      <ConfirmButton
        label={words.leave}
        question={words.leaveQuestion}
        text={words.leaveText}
        confirmLabel={words.leave}
        variant="default"
        mih={64}
        worksOffline
        onConfirm={() => {
          onChange({ kind: 'choose', runners: [] });
          return Promise.resolve();
        }}
      />
    </div>
  );
}

interface ResultRowProps {
  desk: Desk;
  protocol: Protocol;
  run: LapRun;
  child: SheetChild;
  onChange: (change: LapStep) => void;
}

function ResultRow({ desk, protocol, run, child, onChange }: ResultRowProps) {
  const form = useFields(desk, child, protocol);
  const field = form.active;
  const { childId, code } = child;
  const lap = protocol.lapMetres ?? 1;
  const laps = lapsOf(run, childId);
  const metres = metresOf(run, childId, lap);
  const save = (how: { text: string; confirmed?: boolean }) => {
    if (field && form.save(field, how)) onChange({ kind: 'saved', childId });
  };
  return (
    <li className={classes.result}>
      <span className={classes.code}>{code}</span>
      <div className={classes.lapsCorrected}>
        <BigButton
          aria-label={words.fewer(code)}
          onClick={() => onChange({ kind: 'laps', childId, laps: laps - 1 })}
        >
          <IconMinus size={24} aria-hidden />
        </BigButton>
        <Text fw={650} ta="center">
          {words.laps(laps)}
        </Text>
        <BigButton
          aria-label={words.more(code)}
          onClick={() => onChange({ kind: 'laps', childId, laps: laps + 1 })}
        >
          <IconPlus size={24} aria-hidden />
        </BigButton>
      </div>
      <NumberInput
        className={classes.rest}
        size="lg"
        label={words.restLabel(lap - 1)}
        aria-label={words.rest(code)}
        value={run.rest[childId] ?? ''}
        min={0}
        max={lap - 1}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        onChange={(metresOfRest) =>
          typeof metresOfRest === 'number' && onChange({ kind: 'rest', childId, metres: metresOfRest })
        }
      />
      <BigButton
        look="main"
        icon={<IconCheck size={24} aria-hidden />}
        disabled={metres === null}
        onClick={() => save({ text: String(metres) })}
      >
        <VisuallyHidden>{code}: </VisuallyHidden>
        {metres === null ? texts.gym.save : words.save(inWords(metres, protocol))}
      </BigButton>
      {field?.asked && (
        <div className={classes.asked}>
          {/* Laps were counted: no slip of typing explains them. */}
          <Question
            beside
            field={{ ...field, asked: { ...field.asked, suggestion: null } }}
            form={form}
            protocol={protocol}
            onSave={save}
          />
        </div>
      )}
    </li>
  );
}
