import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';

const words = texts.common;

/** The address leads nowhere, or to a page of another role. */
export function NotFoundPage({ forbidden = false }: { forbidden?: boolean }) {
  const title = forbidden ? words.noAccessTitle : words.notFoundTitle;
  return (
    <div>
      <PageHeader title={title} />
      <Empty
        title={forbidden ? words.noAccessText : words.notFoundText}
        icon={<IconCompass size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/">
            {words.toHome}
          </Button>
        }
      />
    </div>
  );
}
