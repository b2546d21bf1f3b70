import { Alert, Button, Group as Row, Stack, Text } from '@mantine/core';
import { IconCheck, IconInfoCircle, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Group } from '../../api/types';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { useSession } from '../session/session';
import { ChildRow } from './child-row';
import classes from './children.module.css';
import { LeaveChildren, MoveChildren, NoteConsents } from './many-forms';
import { type Child, hasConsent } from './queries';

const words = texts.children;

interface GroupChildrenProps {
  institutionId: string;
  /** Of one group; at least one. */
  children: readonly Child[];
  /** The groups of this year. */
  groups: readonly Group[];
  editable: boolean;
}

/** The children of one group, and what can be noted for several of them at once. */
export function GroupChildren({ institutionId, children, groups, editable }: GroupChildrenProps) {
  const { schoolYear } = useSession();
  const [typing, setTyping] = useState(false);
  const [first] = children;
  if (!first) return null;
  const isOld = first.schoolYear < schoolYear;
  const title = isOld ? `${first.groupName} ${formatSchoolYear(first.schoolYear)}` : first.groupName;
  const many = { institutionId, children };
  return (
    <Panel title={title}>
      <Stack gap="sm">
        <Text size="sm">{words.counts(children.length, children.filter(hasConsent).length)}</Text>
        {isOld && editable && (
          <Alert color="sonne" variant="light" icon={<IconInfoCircle aria-hidden />}>
            {words.oldGroup}
          </Alert>
        )}
        {editable && (
          <Row gap="xs">
            <TypingButton title={title} typing={typing} onClick={() => setTyping(!typing)} />
            <DialogButton
              label={words.consent.open}
              ariaLabel={words.consent.openFor(title)}
              title={words.consent.title}
            >
              {(close) => <NoteConsents {...many} onDone={close} />}
            </DialogButton>
            <DialogButton
              label={words.move.open}
              ariaLabel={words.move.openFor(title)}
              title={words.move.title}
            >
              {(close) => <MoveChildren {...many} groups={groups} onDone={close} />}
            </DialogButton>
            <DialogButton
              label={words.leave.open}
              ariaLabel={words.leave.openFor(title)}
              title={words.leave.title}
            >
              {(close) => <LeaveChildren {...many} onDone={close} />}
            </DialogButton>
          </Row>
        )}
        {typing && (
          <Text size="sm" c="dimmed">
            {`${words.birthMonthHint}. ${words.facts.hint}`}
          </Text>
        )}
        <ul className={classes.list}>
          {children.map((child) => (
            <ChildRow key={child.id} child={child} typing={typing} editable={editable} />
          ))}
        </ul>
      </Stack>
    </Panel>
  );
}

interface TypingButtonProps {
  title: string;
  typing: boolean;
  onClick: () => void;
}

function TypingButton({ title, typing, onClick }: TypingButtonProps) {
  const Icon = typing ? IconCheck : IconPencil;
  return (
    <Button
      variant={typing ? 'filled' : 'default'}
      size="sm"
      leftSection={<Icon size={18} aria-hidden />}
      aria-label={typing ? undefined : words.facts.openFor(title)}
      aria-pressed={typing}
      onClick={onClick}
    >
      {typing ? words.facts.close : words.facts.open}
    </Button>
  );
}
