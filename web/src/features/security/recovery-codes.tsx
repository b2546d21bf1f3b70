import { Button, CopyButton, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';

const words = texts.security.factor;

interface RecoveryCodesProps {
  codes: string[];
  onKept: () => void;
  headings: 2 | 3;
}

/** Shown this once: to print, to store, or to copy. */
export function RecoveryCodes({ codes, onKept, headings }: RecoveryCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = [words.fileHead, '', ...codes, ''].join('\r\n');
  return (
    <Stack gap="md">
      <Title order={headings} fz="lg" tabIndex={-1} ref={heading}>
        {words.codesTitle}
      </Title>
      <Text>{words.codesIntro}</Text>
      <SimpleGrid
        component="ul"
        aria-label={words.codesLabel}
        cols={{ base: 1, xs: 2 }}
        spacing="xs"
        m={0}
        p={0}
        ff="monospace"
        fz="lg"
        style={{ listStyle: 'none' }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </SimpleGrid>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.file}
          leftSection={<IconDownload size={20} aria-hidden />}
        >
          {words.download}
        </Button>
        <CopyButton value={text} timeout={4000}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={20} aria-hidden />} onClick={copy}>
              <span aria-live="polite">{copied ? words.copied : words.copy}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group>
        <Button size="lg" onClick={onKept}>
          {words.kept}
        </Button>
      </Group>
    </Stack>
  );
}
