import { Anchor, Badge, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate } from '../../ui/format';
import { useIsPhone } from '../../ui/use-is-phone';
import { ChangeChild } from './change-child';
import { ChildFacts } from './child-facts';
import classes from './children.module.css';
import { formatMonthNumber } from './month';
import type { Child } from './queries';

const words = texts.children;

interface ChildRowProps {
  child: Child;
  /** Its facts can be typed in. */
  typing: boolean;
  /** The person works in the house. */
  editable: boolean;
}

/** One child: code, what is known, whether the parents have said yes. */
export function ChildRow({ child, typing, editable }: ChildRowProps) {
  const { id, code, formerCode } = child;
  const isPhone = useIsPhone();
  return (
    <li className={classes.row} data-typing={typing || undefined}>
      <div className={classes.code}>
        <Anchor component={Link} href={`/kinder/${id}`} inherit>
          {code}
        </Anchor>
        {formerCode !== null && (
          <Text size="xs" c="dimmed">
            {words.formerCode(formerCode)}
          </Text>
        )}
      </div>
      <div className={classes.second}>{typing ? <ChildFacts child={child} /> : <Known child={child} />}</div>
      <div className={classes.consent}>
        <ConsentBadge child={child} />
      </div>
      <div className={classes.action}>
        {editable && (
          <DialogButton
            label={isPhone ? '' : words.change.open}
            ariaLabel={words.change.openFor(code)}
            title={words.change.title(code)}
            variant="subtle"
            leftSection={isPhone ? <IconPencil size={20} aria-hidden /> : undefined}
          >
            {(close) => <ChangeChild child={child} onDone={close} />}
          </DialogButton>
        )}
      </div>
    </li>
  );
}

function Known({ child: { birthMonth, sex, leftOn } }: { child: Child }) {
  const facts = [
    birthMonth === null ? words.birthMonthMissing : formatMonthNumber(birthMonth),
    sex === null ? words.sexMissing : words.sexes[sex as keyof typeof words.sexes],
  ];
  const nothing = birthMonth === null && sex === null;
  return (
    <Text size="sm" c={nothing ? 'dimmed' : undefined}>
      {nothing ? words.nothingKnown : facts.join(', ')}
      {leftOn !== null && <Text span c="dimmed" size="sm">{` – ${words.leftOn} ${formatDate(leftOn)}`}</Text>}
    </Text>
  );
}

/** In words, and never by colour alone. */
function ConsentBadge({ child: { consent } }: { child: Child }) {
  const [color, text] =
    consent === null
      ? ['sonne', words.consent.missing]
      : consent.withdrawnOn === null
        ? ['wiese', words.consent.given(formatDate(consent.givenOn))]
        : ['gray', words.consent.withdrawn(formatDate(consent.withdrawnOn))];
  return (
    <Badge variant="light" color={color} tt="none" fw={500}>
      {text}
    </Badge>
  );
}
