import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import type { MailSummary } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { formatInstant, formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { faultSentence } from './fault';

const words = texts.mails;

/** Says what it means that there is no mail server. */
export function NotConfigured() {
  return (
    <Alert color="sonne" variant="light" icon={<IconMailOff aria-hidden />} title={words.notConfiguredTitle}>
      {words.notConfiguredText}
    </Alert>
  );
}

/** How many mails are where, and why some are not sent. */
export function MailSums({ summary }: { summary: MailSummary }) {
  const { sent, waiting, failed, notConfigured, lastSentAt, faults } = summary;
  return (
    <SimpleGrid cols={{ base: 1, md: faults.length > 0 ? 2 : 1 }} spacing="md">
      <Panel title={words.sums}>
        <Facts>
          <Fact term={words.states.sent}>{formatInteger(sent)}</Fact>
          <Fact term={words.states.waiting}>{formatInteger(waiting)}</Fact>
          <Fact term={words.states.failed}>{formatInteger(failed)}</Fact>
          <Fact term={words.states.not_configured}>{formatInteger(notConfigured)}</Fact>
          <Fact term={words.lastSent}>{lastSentAt && formatInstant(lastSentAt)}</Fact>
        </Facts>
      </Panel>
      {faults.length > 0 && (
        <Panel title={words.faults}>
          <Stack component="ul" gap="xs" m={0} pl="md">
            {faults.map(({ code, count }) => (
              <Text component="li" key={code}>
                {faultSentence(code)}{' '}
                <Text span c="dimmed">
                  {count === 1 ? words.oneFault : words.faultCount(formatInteger(count))}
                </Text>
              </Text>
            ))}
          </Stack>
        </Panel>
      )}
    </SimpleGrid>
  );
}
