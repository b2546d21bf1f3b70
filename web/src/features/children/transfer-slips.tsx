import { Text, Title } from '@mantine/core';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import type { NewTransfer } from './queries';
import classes from './transfer-slips.module.css';

const words = texts.childTransfers.slip;

/** A page for each child's parents: what the code is for, in plain words. */
export function TransferSlips({ made, houseName }: { made: readonly NewTransfer[]; houseName: string }) {
  return made.map(({ id, childCode, code, expiresOn }) => (
    <article key={id} className={classes.slip} aria-label={words.from(houseName, childCode)}>
      <Text size="sm">{words.from(houseName, childCode)}</Text>
      <Title order={3} fz="xl" my="sm">
        {words.heading}
      </Title>
      <Text>{words.greeting}</Text>
      {words.text.map((paragraph) => (
        <Text key={paragraph} mt="xs">
          {paragraph}
        </Text>
      ))}
      <div className={classes.box}>
        <Text size="sm">{words.code}</Text>
        <div className={classes.code}>{code}</div>
        <Text size="sm">{words.validUntil(formatDate(expiresOn))}</Text>
      </div>
      <div className={classes.name}>{words.name}</div>
    </article>
  ));
}
