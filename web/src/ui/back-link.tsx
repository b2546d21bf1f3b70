import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';

/** The way up, above the title of a page that lies below another. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor
      component={Link}
      href={href}
      className="no-print"
      size="sm"
      display="inline-flex"
      mih={32}
      mb={4}
      style={{ alignItems: 'center', gap: 6 }}
    >
      <IconArrowLeft size={16} aria-hidden />
      {children}
    </Anchor>
  );
}
