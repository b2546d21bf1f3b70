import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';

const words = texts.admin.links;

const links = [
  { href: '/einrichtungen', title: words.institutions, text: words.institutionsText },
  { href: '/modulkatalog', title: words.modules, text: words.modulesText },
  { href: '/testbatterien', title: words.batteries, text: words.batteriesText },
  { href: '/normtabellen', title: words.norms, text: words.normsText },
  { href: '/verwaltung/stadtbezirke', title: words.districts, text: words.districtsText },
  { href: '/gruppen-stand', title: words.groups, text: words.groupsText },
  { href: '/verwaltung/ferien', title: words.holidays, text: words.holidaysText },
  { href: '/verwaltung/ziele', title: words.targets, text: words.targetsText },
  { href: '/nachrichten', title: words.mails, text: words.mailsText },
  { href: '/einladen', title: words.people, text: words.peopleText },
];

/** The ways on from the administrator's start page. */
export function OverviewLinks() {
  return (
    <SimpleGrid component="nav" aria-label={words.title} cols={{ base: 1, sm: 2 }} spacing="md">
      {links.map(({ href, title, text }) => (
        <Paper key={href} withBorder radius="lg" p="md">
          <Anchor component={Link} href={href} fw={600}>
            {title}
          </Anchor>
          <Text size="sm" c="dimmed" mt={4}>
            {text}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
