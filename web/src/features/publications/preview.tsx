import { Button, Collapse, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail, PublicationSummary } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant, formatInteger, formatPercent } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { CellBar } from './cell-bar';
import { PreviewTables } from './preview-tables';
import { publicationQuery } from './queries';
import { PublishActions } from './publish-actions';
import classes from './preview.module.css';

const words = texts.publications.preview;
/** So long a preparation may be published, in ms. */
const FRESH = 24 * 3_600_000;

/** What would be published: how much is hidden, and which districts are merged. */
export function Preview({ id }: { id: string }) {
  const query = useQuery(publicationQuery(id));
  return (
    <QueryView query={query}>
      {(detail) => detail.summary && <Shown detail={detail} summary={detail.summary} />}
    </QueryView>
  );
}

function Shown({ detail, summary }: { detail: PublicationDetail; summary: PublicationSummary }) {
  const { dataAt, preparedAt } = detail;
  return (
    <Stack gap="md" className={classes.preview}>
      <div>
        <Title order={4} fz="md">
          {words.title}
        </Title>
        {dataAt !== null && (
          <Text size="sm" c="dimmed" className="numbers">
            {words.countedAt(formatInstant(dataAt))}
          </Text>
        )}
      </div>
      <CellBar summary={summary} />
      <Text>{childrenInWords(summary)}</Text>
      <Reasons summary={summary} />
      <Regions summary={summary} />
      <Tables detail={detail} summary={summary} />
      <PublishActions detail={detail} />
      {preparedAt !== null && (
        <Text size="sm" c="dimmed">
          {words.fresh(formatInstant(new Date(Date.parse(preparedAt) + FRESH).toISOString()))}
        </Text>
      )}
    </Stack>
  );
}

/** Told in steps, each "at most": an exact share would tell the size of a hidden cell. */
function childrenInWords({ childrenInHiddenCells: share }: PublicationSummary): string {
  if (share === 0) return words.noChildren;
  return words.children(share === 1 ? words.moreThanHalf : words.atMost(formatPercent(share)));
}

function Reasons({ summary: { hiddenByReason } }: { summary: PublicationSummary }) {
  const reasons = hiddenByReason.filter(({ cells }) => cells > 0);
  if (reasons.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{words.reasonsTitle}</Text>
      <List size="sm">
        {reasons.map(({ reason, cells }) => (
          <List.Item key={reason}>{words.reasons[reason](formatInteger(cells))}</List.Item>
        ))}
      </List>
    </div>
  );
}

function Regions({ summary: { regions } }: { summary: PublicationSummary }) {
  const hasMerged = regions.some(({ merged }) => merged);
  return (
    <div>
      <Text fw={600}>{words.regionsTitle}</Text>
      <List size="sm">
        {regions.map(({ key, title, houses, merged }) => (
          <List.Item key={key}>{words[merged ? 'merged' : 'single'](title, formatInteger(houses))}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt={4}>
        {hasMerged ? words.mergedText : words.notMerged}
      </Text>
    </div>
  );
}

/** Folded: there are many. */
function Tables({ detail, summary }: { detail: PublicationDetail; summary: PublicationSummary }) {
  const [open, { toggle }] = useDisclosure(false);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Group ml={-12}>
        <Button
          variant="subtle"
          size="sm"
          px={12}
          aria-expanded={open}
          rightSection={<Chevron size={18} aria-hidden />}
          onClick={toggle}
        >
          {words.tables}
        </Button>
      </Group>
      <Collapse expanded={open}>
        <PreviewTables items={detail.items} summary={summary} />
      </Collapse>
    </div>
  );
}
