import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconKeyboard, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { PaperSheets } from './paper-sheets';
import classes from './paper-view.module.css';
import type { DaySheet } from './sheet';

const words = texts.gym.paper;

/** For halls without a socket: choose, print, and type in later. */
export function PaperView({ sheet }: { sheet: DaySheet }) {
  const [groupIds, setGroupIds] = useState(() => sheet.groups.map(({ id }) => id));
  const [protocolIds, setProtocolIds] = useState(() =>
    sheet.protocols.filter(({ optional }) => !optional).map(({ id }) => id),
  );
  const groups = sheet.groups.filter(({ id }) => groupIds.includes(id));
  const protocols = sheet.protocols.filter(({ id }) => protocolIds.includes(id));
  const count = groups.length * protocols.length;
  return (
    <div className={classes.page}>
      <div className="no-print">
        <BackLink href={`/testtage/${sheet.id}`}>{texts.gym.back}</BackLink>
        <PageHeader
          title={words.title}
          intro={words.intro}
          action={
            <Group gap="sm">
              <Button
                component={Link}
                href={`/testtage/${sheet.id}/erfassen`}
                variant="default"
                leftSection={<IconKeyboard size={20} aria-hidden />}
              >
                {words.capture}
              </Button>
              <Button
                disabled={count === 0}
                leftSection={<IconPrinter size={20} aria-hidden />}
                onClick={() => window.print()}
              >
                {words.print}
              </Button>
            </Group>
          }
        />
        <Stack gap="md" mb="lg">
          <Choice
            label={words.groups}
            value={groupIds}
            onChange={setGroupIds}
            options={sheet.groups.map(({ id, name }) => ({ id, name }))}
          />
          <Choice
            label={words.tasks}
            value={protocolIds}
            onChange={setProtocolIds}
            options={sheet.protocols.map(({ id, shortTitle, optional }) => ({
              id,
              name: optional ? `${shortTitle} (${texts.gym.strip.optional})` : shortTitle,
            }))}
          />
          <Text fw={600} role="status">
            {count === 0 ? words.nothing : words.sheets(count)}
          </Text>
        </Stack>
      </div>
      <PaperSheets sheet={sheet} groups={groups} protocols={protocols} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <Group gap="md" mt={6}>
        {options.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} size="md" />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
