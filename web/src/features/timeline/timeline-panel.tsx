import { Text } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { Skeletons } from '../../ui/states';
import { houseKey } from '../institutions/use-house-changed';
import classes from './timeline.module.css';
import { detailOf, titleOf } from './timeline-words';

const words = texts.timeline;

const SHOWN = 12;

/** What happened in a house, the latest first. */
export function TimelinePanel({ institutionId: id }: { institutionId: string }) {
  const pages = usePages([...houseKey(id), 'timeline'], (cursor) =>
    unwrap(
      api.GET('/api/institutions/{id}/timeline', {
        params: { path: { id }, query: { cursor, limit: SHOWN } },
      }),
    ),
  );
  return (
    <Panel title={words.title}>
      <PagedView
        query={pages}
        loading={<Skeletons rows={6} height={32} />}
        empty={<Text c="dimmed">{words.empty}</Text>}
      >
        {(entries) => (
          <ol className={classes.list} aria-label={words.title}>
            {entries.map((entry) => (
              <li key={`${entry.kind} ${entry.key}`} className={classes.entry}>
                <Text size="sm" c="dimmed" component="time" dateTime={entry.on}>
                  {formatDate(entry.on)}
                </Text>
                <div>
                  <Text>{titleOf(entry)}</Text>
                  {detailOf(entry) !== '' && (
                    <Text size="sm" c="dimmed">
                      {detailOf(entry)}
                    </Text>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
      </PagedView>
    </Panel>
  );
}
