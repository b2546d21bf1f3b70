import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';

const { ownDevice: words, enrol } = texts.tabletLock;

/** On a shared tablet, in the place of pages that would sign somebody in for good or ask for a password. */
export function OwnDevicePage() {
  useForgetSecret();
  return (
    <div>
      <PageHeader title={words.title} />
      <Empty
        title={words.why}
        icon={<IconDeviceMobile size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/" variant="default">
            {enrol.toStart}
          </Button>
        }
      >
        {words.text}
      </Empty>
    </div>
  );
}

/** The link has not been used: its secret must not stay in the address for the next person. */
function useForgetSecret(): void {
  useEffect(() => {
    const { hash, pathname } = window.location;
    if (hash !== '') window.history.replaceState(window.history.state, '', pathname);
  }, []);
}
