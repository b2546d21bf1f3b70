import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { GroupReport, Need } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatPercent } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { hasRole, useSession } from '../session/session';

const words = texts.results.report;

/** The tasks that more children find hard than the norm expects, with what the catalogue has for them. */
export function NeedsPanel({ report }: { report: GroupReport }) {
  const mayChoose = hasRole(useSession(), 'institution_lead', 'coach');
  const { needs, items, testDay } = report;
  return (
    <Panel title={words.needs}>
      {needs.length === 0 ? (
        <Text>{items.some(({ scored }) => scored > 0) ? words.noNeeds : words.nothingScored}</Text>
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {words.needsText}
          </Text>
          {needs.map((need) => (
            <NeedView key={need.itemCode} need={need} />
          ))}
          <Group gap="sm" className="no-print">
            {mayChoose && (
              <Button component={Link} href={`/module/waehlen?einrichtung=${testDay.institutionId}`}>
                {words.choose}
              </Button>
            )}
            <Anchor component={Link} href="/modulkatalog">
              {words.catalogue}
            </Anchor>
          </Group>
        </Stack>
      )}
    </Panel>
  );
}

function NeedView({ need: { title, belowAverage, scored, modules } }: { need: Need }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <Text size="sm" className="numbers">
        {words.need(formatPercent(belowAverage), scored)}
      </Text>
      <Text size="sm" mt={4} c={modules.length === 0 ? 'dimmed' : undefined}>
        {modules.length === 0 ? words.noModules : `${words.modules}:`}
      </Text>
      {modules.length > 0 && (
        <List size="sm">
          {modules.map(({ id, title: name, format, audience }) => (
            <List.Item key={id}>
              {`${name} (${wordFor(texts.programme.format, format)}, ${wordFor(texts.programme.forAudience, audience)})`}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
