import { Button } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';

const words = texts.overview;

/** How long the button says that it worked, in ms. */
const THANKS = 4000;

/** Copies the address with all its filters. */
export function CopyLinkButton() {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), THANKS);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied(true);
    } catch {
      // Browsers offer the clipboard on https only, and people may forbid it.
      announce(words.copyFailed);
    }
  };
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{copied ? words.copied : words.copyLink}</span>
    </Button>
  );
}
